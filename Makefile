# Everything that is done with this repository. Works in a fresh clone with Python 3.11 and make, as root or not.
.POSIX:
.PHONY: help demo install check test dev messages lock clean
PY = .venv/bin

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

demo: ## a filled demo company; prints its address (second start: seconds)
	@tools/environment.sh run
	@exec $(PY)/kundenwert demo $(DEMO)

install: ## everything into .venv, so that .venv/bin/kundenwert works
	@tools/environment.sh dev

check: install ## style, types, import contracts, translations
	$(PY)/ruff check .
	$(PY)/ruff format --check .
	$(PY)/mypy
	$(PY)/lint-imports --no-cache
	$(PY)/python tools/messages.py check

test: check ## check, then every test
	@tools/browser.sh
	$(PY)/pytest -n $${TEST_PROCESSES:-2} --dist loadgroup $(TESTS)

dev: install ## a server that reloads on every change
	@exec $(PY)/kundenwert dev $(DEV)

messages: install ## gather the texts of the interface into the German catalogue
	$(PY)/python tools/messages.py extract

lock: ## make the lock files anew from pyproject.toml
	tools/lock.sh

clean: ## remove what was made here; data stay
	rm -rf .venv build dist test-results .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f kundenwert/locale/*/LC_MESSAGES/*.mo
	rm -f kundenwert/foundation/ui/static/kundenwert/kundenwert.css kundenwert/foundation/ui/static/kundenwert/kundenwert.js
