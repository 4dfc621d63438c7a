from __future__ import annotations

import gzip

import pytest

from kundenwert.foundation.web.static_files import load_static_files, serve_static_files


@pytest.fixture(scope="module")
def static():
    return load_static_files()


@pytest.fixture(scope="module")
def ask(static):
    def page(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b"page"]

    application = serve_static_files(page, static)

    def call(path, method="GET", accept=""):
        said = {}

        def start_response(status, headers):
            said.update(status=status, headers={name.lower(): value for name, value in headers})

        environ = {"PATH_INFO": path, "REQUEST_METHOD": method, "HTTP_ACCEPT_ENCODING": accept}
        body = b"".join(application(environ, start_response))
        return said["status"], said["headers"], body

    return call


def test_every_file_is_served_as_it_is_and_compressed_to_the_same(static, ask):
    assert len(static.files) > 10
    for path, file in static.files.items():
        _status, headers, plain = ask(path)
        assert plain == file.content
        assert headers["content-length"] == str(len(plain))
        _status, headers, packed = ask(path, accept="br, gzip")
        if headers.get("content-encoding") == "gzip":
            assert headers["vary"] == "Accept-Encoding"
            assert gzip.decompress(packed) == plain
        else:
            assert packed == plain


def test_a_head_request_has_no_body(static, ask):
    path = f"{static.prefix}kundenwert/kundenwert.css"
    status, headers, body = ask(path, method="HEAD")
    assert (status, body) == ("200 OK", b"")
    assert int(headers["content-length"]) == len(static.files[path].content)


@pytest.mark.parametrize(
    "path",
    ["/", "/static/", "/static/kundenwert/kundenwert.css", "{prefix}../settings.py", "{prefix}kundenwert/../../x", ""],
)
def test_everything_else_goes_to_the_pages(static, ask, path):
    assert ask(path.format(prefix=static.prefix))[2] == b"page"


def test_a_post_goes_to_the_pages(static, ask):
    assert ask(f"{static.prefix}kundenwert/kundenwert.css", method="POST")[2] == b"page"


def test_the_address_changes_with_the_content_and_only_then(static):
    assert load_static_files().prefix == static.prefix
    assert static.prefix.startswith("/static/")
    assert len(static.prefix) == len("/static/") + 12 + 1
