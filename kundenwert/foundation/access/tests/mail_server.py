"""A small SMTP server (RFC 5321) that keeps what it gets."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class MailServer:
    port: int
    received: list = field(default_factory=list)
    refuse: bool = False

    def texts(self):
        return [message.get_content() for message in self.received]


class _Talk(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        server = self.server.mail_server
        self.say("220 test")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.say("354 go on")
                self.keep(server)
            elif verb == b"RCPT" and server.refuse:
                self.say("451 not now")
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def keep(self, server):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b"..") else line)
        server.received.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
        self.say("250 kept")


@contextmanager
def mail_server():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as listener:
        listener.daemon_threads = True
        listener.mail_server = MailServer(listener.server_address[1])
        thread = threading.Thread(target=listener.serve_forever, daemon=True)
        thread.start()
        try:
            yield listener.mail_server
        finally:
            listener.shutdown()
            thread.join()
