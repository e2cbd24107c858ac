"""The program works the same from the source tree, from its wheel and as a one-folder package."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("questionnaires", "resources")


def run(*command: str | Path, cwd: Path, home: Path) -> str:
    """Run a command away from the source tree; return what it printed, or fail with it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env["DIGIMATURITY_HOME"] = str(home)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def demo_report(*program: str | Path, folder: Path) -> bytes:
    """Let a program write its sample report into a new folder; return the file's bytes."""
    folder.mkdir()
    run(*program, "demo", "--out", folder, cwd=folder, home=folder / "home")
    return (folder / "sample-report.pdf").read_bytes()


@pytest.fixture(scope="module")
def source_report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the sample report as the source tree writes it."""
    folder = tmp_path_factory.mktemp("source")
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from digimaturity.cli import main; "
    program = (sys.executable, "-c", code + "sys.exit(main())")
    return demo_report(*program, folder=folder / "report")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel")
    run(*build, "--directory", folder, cwd=ROOT, home=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a new environment; return the folder of its programs.

    The dependencies are those of the running environment, by a path file: an editable
    installation there stays invisible, since path files are not followed twice.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    places = sysconfig.get_paths(scheme="venv", vars={"base": str(folder)})
    programs = Path(places["scripts"])
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "--quiet")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder, home=folder)
    dependencies = Path(places["purelib"]) / "dependencies.pth"
    dependencies.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_the_wheel_carries_every_shipped_file(wheel: Path) -> None:
    expected = {
        f"digimaturity/_bundle/{path.relative_to(ROOT).as_posix()}"
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }

    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert expected
    assert expected <= names
    assert not [name for name in names if name.startswith(("tests/", "packaging/", *SHIPPED))]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_installed_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    code = "from digimaturity import paths; print(paths.__file__, paths.resources_dir())"

    printed = run(installed / "python", "-c", code, cwd=tmp_path, home=tmp_path)

    assert printed.count(str(installed.parent)) == len(printed.split())


def test_the_installed_wheel_passes_its_self_test(installed: Path, tmp_path: Path) -> None:
    run(installed / "digimaturity", "--self-test", cwd=tmp_path, home=tmp_path / "home")


def test_the_installed_wheel_writes_the_same_report(
    installed: Path, source_report: bytes, tmp_path: Path
) -> None:
    assert demo_report(installed / "digimaturity", folder=tmp_path / "out") == source_report


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the one-folder package; return its program."""
    check = (sys.executable, ROOT / "packaging" / "system_libraries.py", "package", "--only-name")
    lacking = subprocess.run(check, capture_output=True, text=True, check=False)
    if lacking.returncode:
        pytest.skip(lacking.stderr)
    folder = tmp_path_factory.mktemp("bundle")
    build = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    places = ("--workpath", folder / "work", "--distpath", folder / "dist")
    spec = ROOT / "packaging" / "digimaturity.spec"
    run(*build, *places, spec, cwd=folder, home=folder / "home")
    return folder / "dist" / "digimaturity" / "digimaturity"


@pytest.mark.slow
def test_the_package_passes_its_self_test(bundle: Path, tmp_path: Path) -> None:
    run(bundle, "--self-test", cwd=tmp_path, home=tmp_path / "home")


@pytest.mark.slow
def test_the_package_writes_the_same_report(
    bundle: Path, source_report: bytes, tmp_path: Path
) -> None:
    assert demo_report(bundle, folder=tmp_path / "out") == source_report


@pytest.mark.slow
def test_the_package_carries_the_licences_of_what_it_contains(bundle: Path) -> None:
    texts = bundle.parent / "_internal" / "licenses"

    assert (texts / "LICENSE").is_file()
    assert (texts / "LGPL-3.0.txt").is_file()
    assert any((texts / "matplotlib").iterdir())
