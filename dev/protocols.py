"""How browsers take orders: Firefox by Marionette, WebKit by the W3C's WebDriver."""

import json
import socket
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any, BinaryIO

Send = Callable[[str, str, dict[str, Any] | None], Any]
"""Gives a browser an order, by its name for Marionette and its path for WebDriver; None only asks."""


class BrowserError(Exception):
    """A browser answered an order with an error, has gone, or isn't there; the message says which."""


class Marionette:
    """Firefox's own protocol: messages of JSON, each after its length."""

    def __init__(self, line: socket.socket, answers: BinaryIO) -> None:
        self._line, self._answers, self._number = line, answers, 0
        self._read()  # who it is

    def send(self, name: str, _: str, given: dict[str, Any] | None) -> Any:
        """Give an order and return what comes of it. Raises BrowserError where Firefox can't obey."""
        self._number += 1
        message = json.dumps([0, self._number, f"WebDriver:{name}", given or {}]).encode()
        self._line.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise BrowserError(f"Firefox: {error['error']}: {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def _read(self) -> Any:
        length = b""
        while (byte := self._answers.read(1)) != b":":
            if not byte:
                raise EOFError
            length += byte
        return json.loads(self._answers.read(int(length)))


class WebDriver:
    """A session with a driver that speaks the W3C's protocol, over HTTP."""

    def __init__(self, line: HTTPConnection, wanted: dict[str, Any]) -> None:
        self._line, self._session = line, ""
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{session['sessionId']}"

    def send(self, _: str, path: str, given: dict[str, Any] | None) -> Any:
        """Give an order and return what comes of it."""
        method = "GET" if given is None else "POST"
        return self._ask(method, f"{self._session}/{path}", given)

    def close(self) -> None:
        """End the session, and with it the browser."""
        self._ask("DELETE", self._session, None)

    def _ask(self, method: str, path: str, given: dict[str, Any] | None) -> Any:
        body = None if given is None else json.dumps(given)
        self._line.request(method, path, body, {"Content-Type": "application/json"})
        reply = json.load(self._line.getresponse())["value"]
        if isinstance(reply, dict) and "error" in reply:
            raise BrowserError(f"WebKit: {reply['error']}: {reply.get('message', '')}")
        return reply
