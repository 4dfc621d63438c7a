"""The processes of a running installation: web server, worker, and the one that watches over them."""
