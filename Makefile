# make run: the demo at http://127.0.0.1:8000/ · make test: every check. Both need Python 3.11+ and make, nothing else.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
TEMPLATES = $(shell find cms leads treatment_pages templates tests -name '*.html')

.DEFAULT_GOAL := help
.PHONY: help run dev test lint pytest format

help:
	@echo "make run     the demo site, on PORT=$(PORT)"
	@echo "make dev     the same database with Django's debug server"
	@echo "make test    lint, checks and tests"
	@echo "make format  rewrite Python and templates in the project's style"

.venv/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.11 ..."; exit 1; }
	@echo "Installing into .venv (about a minute, only when requirements.txt changed) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

run: .venv/.installed
	@PORT=$(PORT) $(BIN)/python -m cms.demo.serve

dev: .venv/.installed
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_demo
	@$(BIN)/python manage.py runserver $(PORT)

test: lint pytest

lint: .venv/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	$(BIN)/lint-imports
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run

pytest: .venv/.installed
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup $(ARGS)

format: .venv/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $(TEMPLATES)
