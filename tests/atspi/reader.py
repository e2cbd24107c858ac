"""Reads and works a program through the accessibility bus, as a screen reader does.

Runs on the system's own Python, which alone has bindings of the message bus: one JSON object a
line comes in on the standard input and is answered by one on the standard output. The names and
numbers are those of the protocol, AT-SPI 2 (https://gitlab.gnome.org/GNOME/at-spi2-core, xml/).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from gi.repository import Gio, GLib

_ROOT = "/org/a11y/atspi/accessible/root"
_PREFIX = "org.a11y.atspi."
_PROPERTIES = "org.freedesktop.DBus.Properties"

#: Bits of a node's state.
_STATES = {
    "checked": 4,
    "editable": 7,
    "focusable": 11,
    "focused": 12,
    "modal": 16,
    "selected": 23,
    "sensitive": 24,
}
_SHOWING = 25
_LABELLED_BY = 2

#: Milliseconds; a program that is busy for longer is broken.
_PATIENCE = 20_000


class Reader:
    """What is on the screen of one program; a node's number holds until the next look."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        told = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1
        )
        flags = (
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        )
        self._bus = Gio.DBusConnection.new_for_address_sync(told.unpack()[0], flags)
        self._program = ""
        self._facts: dict[str, dict[str, Any]] = {}
        self._order: list[str] = []
        self._open = 0

    def look(self, name: str) -> list[dict[str, Any]]:
        """Every node of the program's windows that is showing, in the order of the tree."""
        self._program = self._program or self._found(name)
        self._facts, self._order = {}, []
        if not self._program:
            return []
        self._read(_ROOT)
        context = GLib.MainContext.default()
        while self._open:
            context.iteration(True)
        return list(self._below(_ROOT, -1))

    def act(self, node: int) -> bool:
        """Do what pressing the node does: its first action that is not to take the keyboard."""
        actions = self._now(self._program, node, "Action", "GetActions")[0]
        wanted = next(i for i, (name, *_) in enumerate(actions) if name != "SetFocus")
        number = GLib.Variant("(i)", (wanted,))
        return bool(self._now(self._program, node, "Action", "DoAction", number)[0])

    def focus(self, node: int) -> bool:
        """Bring the keyboard to the node."""
        return bool(self._now(self._program, node, "Component", "GrabFocus")[0])

    def write(self, node: int, text: str) -> bool:
        """Put `text` into a field."""
        words = GLib.Variant("(s)", (text,))
        return bool(self._now(self._program, node, "EditableText", "SetTextContents", words)[0])

    def _found(self, name: str) -> str:
        """Where the program of that name is on the bus; "" as long as it is not there."""
        there = self._now(_PREFIX + "Registry", _ROOT, "Accessible", "GetChildren")[0]
        wanted = GLib.Variant("(ss)", (_PREFIX + "Accessible", "Name"))
        for address, path in there:
            if self._now(address, path, _PROPERTIES, "Get", wanted)[0] == name:
                return str(address)
        return ""

    def _now(
        self,
        address: str,
        node: int | str,
        interface: str,
        member: str,
        values: Any = None,  # noqa: ANN401 - a GLib.Variant, which has no types
    ) -> Any:  # noqa: ANN401 - whatever the program answers
        path = self._order[node] if isinstance(node, int) else node
        full = interface if "." in interface else _PREFIX + interface
        answer = self._bus.call_sync(address, path, full, member, values, None, 0, _PATIENCE)
        return answer.unpack()

    def _read(self, path: str) -> None:
        """Ask for a node and what is below it, without waiting for one answer after the other."""
        self._facts[path] = {"children": []}

        def state(bits: list[int]) -> None:
            told = bits[0] | bits[1] << 32
            if not (told >> _SHOWING & 1 or path == _ROOT):
                del self._facts[path]
                return
            keep("states")([name for name, bit in _STATES.items() if told >> bit & 1])
            for fact in ("Name", "Description"):
                wanted = GLib.Variant("(ss)", (_PREFIX + "Accessible", fact))
                self._later(path, _PROPERTIES, "Get", keep(fact.lower()), wanted)
            self._later(path, "Accessible", "GetRoleName", keep("role"))
            self._later(path, "Accessible", "GetRelationSet", keep("relations"))
            self._later(path, "Accessible", "GetInterfaces", interfaces)
            self._later(path, "Accessible", "GetChildren", children)

        def keep(fact: str) -> Callable[[Any], None]:
            return lambda value: self._facts[path].__setitem__(fact, value)

        def interfaces(names: list[str]) -> None:
            if _PREFIX + "Text" in names:
                whole = GLib.Variant("(ii)", (0, -1))
                self._later(path, "Text", "GetText", keep("text"), whole)

        def children(found: list[tuple[str, str]]) -> None:
            keep("children")([child for _, child in found])
            for _, child in found:
                if child not in self._facts:
                    self._read(child)

        self._later(path, "Accessible", "GetState", state)

    def _later(
        self,
        path: str,
        interface: str,
        member: str,
        then: Callable[[Any], None],
        values: Any = None,  # noqa: ANN401 - a GLib.Variant, which has no types
    ) -> None:
        def answered(bus: Any, result: Any) -> None:  # noqa: ANN401 - as above
            self._open -= 1
            try:
                then(bus.call_finish(result).unpack()[0])
            except GLib.Error:
                self._facts.pop(path, None)  # it has gone meanwhile
            except KeyError:
                pass  # something else of it said so before

        self._open += 1
        full = interface if "." in interface else _PREFIX + interface
        self._bus.call(
            self._program, path, full, member, values, None, 0, _PATIENCE, None, answered
        )

    def _below(self, path: str, parent: int) -> Iterator[dict[str, Any]]:
        if path not in self._facts:
            return
        facts, number = self._facts[path], len(self._order)
        self._order.append(path)
        plain = {name: facts.get(name, "") for name in ("role", "name", "description", "text")}
        labels = [
            self._facts[target]["name"]
            for kind, targets in facts.get("relations", ())
            for _, target in targets
            if kind == _LABELLED_BY and target in self._facts
        ]
        states = facts.get("states", [])
        yield {"node": number, "parent": parent, "states": states, "labels": labels, **plain}
        for child in facts["children"]:
            if child not in self._order:
                yield from self._below(child, number)


def main() -> None:
    """Answer until there are no more questions."""
    reader = Reader()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = getattr(reader, asked.pop("do"))(**asked)
        except GLib.Error as error:
            answer = {"error": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
