# Everything that is done with this checkout by one word; `make help` lists them.
# Needs nothing but make and Python 3.11 or newer: the environment .venv is made when a word needs it.

PYTHON ?= python3
BIN := .venv/bin
UV_LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(LOCKFLAGS)

.DEFAULT_GOAL := help
.PHONY: help run test check lint types imports bench sample sample-reports screenshots translations figures lock package wheel notices \
	clean environment

help:  ## list these words
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: environment  ## open the application; without a display, write sample-report.pdf
	@$(PYTHON) packaging/system_libraries.py run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(BIN)/python -m digimaturity; \
	else \
		echo "There is no display here, so the sample company's report is written instead of opening the window."; \
		exec $(BIN)/python -m digimaturity demo --out .; \
	fi

test: environment  ## run every test; what this machine lacks is installed, or named and skipped
	@$(PYTHON) packaging/system_libraries.py test
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: lint types imports  ## lint, types and import rules

lint: environment  ## ruff: rules and format
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: environment  ## mypy, strict
	@$(BIN)/mypy

imports: environment  ## who may import whom
	@$(BIN)/lint-imports --no-logo

bench: environment  ## measure speed as ratios to floors of the same run
	@$(PYTHON) packaging/system_libraries.py test
	@$(BIN)/python -m tests.benchmarks

sample: environment  ## write sample-report.pdf here
	@$(PYTHON) packaging/system_libraries.py sample
	@$(BIN)/python -m digimaturity demo --out .

sample-reports: environment  ## write all reports of six sample companies in both languages into sample-reports/
	@$(PYTHON) packaging/system_libraries.py sample
	@$(BIN)/python -m tests.samples sample-reports

screenshots: environment  ## pictures of every screen in every look into screenshots/
	@$(PYTHON) packaging/system_libraries.py test
	@$(BIN)/python -m tests.screenshots screenshots

translations: environment  ## bring the catalogues up to date with the code, and compile them
	@$(BIN)/python packaging/translations.py

figures: environment  ## rewrite the official benchmark pack: make figures TABLE=figures.csv
	@PYTHONPATH=. $(BIN)/python packaging/figures.py $(TABLE)

lock: environment  ## rewrite requirements/*.lock; newer versions by LOCKFLAGS=--upgrade
	@$(UV_LOCK) pyproject.toml -o requirements/run.lock
	@$(UV_LOCK) -c requirements/run.lock --group dev pyproject.toml -o requirements/dev.lock

package: environment  ## build dist/digimaturity/, a folder that runs without Python
	@$(PYTHON) packaging/system_libraries.py package
	@$(BIN)/pyinstaller --noconfirm --log-level WARN --workpath build --distpath dist packaging/digimaturity.spec

wheel: environment  ## build the wheel in dist/
	@$(BIN)/python -m hatchling build --target wheel

notices: environment  ## rewrite THIRD-PARTY-NOTICES.md from what is installed
	@$(BIN)/python packaging/notices.py

clean:  ## remove what can be made again, .venv included
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find digimaturity tests packaging -name __pycache__ -prune -exec rm -rf {} +

environment:
	@$(PYTHON) packaging/environment.py
