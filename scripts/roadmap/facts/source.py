"""Read a YAML file into typed entries and, where one does not fit, say on which line."""

from __future__ import annotations

import re
import typing
from collections.abc import Hashable
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar

import msgspec
import yaml

from roadmap.finding import Finding, Findings, nearest

T = TypeVar("T", bound=msgspec.Struct)
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[\.\.\.\]")
_SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE_LOADER):  # type: ignore[misc]
    """A safe loader that leaves days as text, so that the registry judges them, and refuses a key given twice."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    pairs = [(loader.construct_object(key, deep=True), key) for key, _ in node.value]
    seen: set[Any] = set()
    for key, at in pairs:
        if not isinstance(key, Hashable):
            raise yaml.constructor.ConstructorError(None, None, "a list or mapping as key", at.start_mark)
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"the key `{key}` twice in one entry", at.start_mark)
        seen.add(key)
    return {
        key: loader.construct_object(value, deep=True) for (key, _), (_, value) in zip(pairs, node.value, strict=True)
    }


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


def read_text(path: Path, root: Path) -> str:
    """Return the file's text; raise `Findings` if it cannot be read or is not UTF-8."""
    where = path.relative_to(root).as_posix()
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Findings(
            [Finding(where, line, "utf-8", f"byte {error.object[error.start]:#04x}", "text in UTF-8")]
        ) from None
    except OSError as error:
        raise Findings([Finding(where, 0, "readable", str(error.strerror), "a file that can be read")]) from None


def parse_yaml(text: str, where: str, first_line: int = 1) -> Any:
    """Return the document as plain data; raise `Findings` with the line if it is not valid YAML."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + first_line if mark else first_line
        problem = str(getattr(error, "problem", None) or error).splitlines()[0]
        raise Findings([Finding(where, line, "yaml", problem, "valid YAML")]) from None


def line_of(text: str, steps: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of the node that `steps` lead to, or of the deepest one on the way that exists."""
    node = yaml.compose(text, Loader=_SAFE_LOADER)
    line = 1
    for step in steps:
        value, line = _descend(node, step, line)
        if value is None:
            break
        node = value
    return line


def _descend(node: Any, step: str | int, line: int) -> tuple[Any, int]:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child, child.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    return None, line


def decode(data: Any, kind: type[T], text: str, where: str, at: tuple[str | int, ...] = ()) -> T:
    """Return `data` as an instance of `kind`; raise `Findings` with line, what was found and what is expected."""
    try:
        return msgspec.convert(data, kind, strict=True)
    except msgspec.ValidationError as error:
        raise Findings([_explain(error, data, kind, text, where, at)]) from None


def _explain(
    error: msgspec.ValidationError, data: Any, kind: type[Any], text: str, where: str, at: tuple[str | int, ...]
) -> Finding:
    message, _, path = str(error).partition(" - at `")
    steps = tuple(int(index) if index else key for key, index in _STEP.findall(path) if key or index)
    line = line_of(text, at + steps)
    unknown = re.match(r"Object contains unknown field `(\w+)`", message)
    if unknown:
        fields = [f.name for f in msgspec.structs.fields(_type_at(kind, steps))]
        line = line_of(text, (*at, *steps, unknown[1]))
        return Finding(
            where,
            line,
            "schema",
            f"the field `{unknown[1]}`",
            "a known field",
            nearest(unknown[1], fields) or tuple(fields),
        )
    name = ".".join(str(s) for s in steps) or "entry"
    choices = _choices(_type_at(kind, steps))
    return Finding(
        where, line, "schema", f"`{name}` = {_value_at(data, steps)!r:.80}", message[0].lower() + message[1:], choices
    )


def _value_at(data: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _type_at(kind: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        kind = _plain(kind)
        if isinstance(step, int) or typing.get_origin(kind) is dict:
            kind = typing.get_args(kind)[-1 if typing.get_origin(kind) is dict else 0]
        elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            kind = typing.get_type_hints(kind, include_extras=True).get(str(step), object)
    return _plain(kind)


def _plain(kind: Any) -> Any:
    """Strip `Annotated` and `| None`."""
    if hasattr(kind, "__metadata__"):
        return _plain(kind.__origin__)
    if isinstance(kind, UnionType) or typing.get_origin(kind) is typing.Union:
        rest = [a for a in typing.get_args(kind) if a is not type(None)]
        return _plain(rest[0])
    return kind


def _choices(kind: Any) -> tuple[str, ...]:
    return tuple(map(str, typing.get_args(kind))) if typing.get_origin(kind) is typing.Literal else ()
