# make run: the demo at http://127.0.0.1:8000/ · make test: every check. Both need Python 3.11+ and make, nothing else.
PYTHON ?= python3
PORT ?= 8000
FAULT_SECONDS ?= 60
FUZZED_POSTS ?= 50000
FAULT_REPORT ?= docs/reliability.md
PLAN_SIZES ?= 100k
BENCH_SIZE ?= full
ifeq ($(BENCH_SIZE),small)
BENCH_ENQUIRIES ?= 48
BENCH_ROUNDS ?= 1
BENCH_REQUESTS ?= 24
BENCH_STARTS ?= 2
BENCH_TIMES ?= 2
BENCH_PAGES ?= 10 100
BENCH_LEADS ?= 1k
BENCH_DESK_SIZES ?= 1k 10k
BENCH_DATABASES ?= SQLite
endif
BENCH_ENQUIRIES ?= 600
BENCH_CONCURRENCY ?= 8
BENCH_ROUNDS ?= 5
BENCH_REQUESTS ?= 100
BENCH_STARTS ?= 10
BENCH_TIMES ?= 12
BENCH_PAGES ?= 10 100 1000 10000
BENCH_LEADS ?= 1k 10k 100k 1m
BENCH_DESK_SIZES ?= 1k 100k 1m
BENCH_DESK ?= "the inbox" "queue:" "status: New" "search: a" "search: no hit" "a lead"
BENCH_DATABASES ?= SQLite PostgreSQL
BENCH_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/postgres
BENCH_REPORT ?=
BENCH_RESULTS = $(if $(BENCH_REPORT),--report $(BENCH_REPORT))
ON_POSTGRESQL = DJANGO_SETTINGS_MODULE=cms.settings.test DATABASE_URL=$(BENCH_DATABASE_URL)
BIN := .venv/bin
TEMPLATES = $(shell find cms leads treatment_pages templates tests -name '*.html')

.DEFAULT_GOAL := help
.PHONY: help run dev test test-faults test-deploy test-plans bench bench-keep bench-pages bench-start bench-post bench-desk \
	bench-reports bench-growth bench-editorial lint pytest format screenshots translations

help:
	@echo "make run     the demo site, on PORT=$(PORT)"
	@echo "make dev     the same database with Django's debug server"
	@echo "make test    lint, checks and tests"
	@echo "make test-faults  break everything under load for FAULT_SECONDS=$(FAULT_SECONDS), try FUZZED_POSTS=$(FUZZED_POSTS)"
	@echo "make test-deploy  run what deploy/ holds: nginx, gunicorn and the site behind them, on DATABASE_URL and REDIS_URL"
	@echo "make test-plans  no table of the desk is read whole, with PLAN_SIZES=$(PLAN_SIZES) leads in BENCH_DATABASE_URL"
	@echo "make bench   what pages, enquiries, the desk and a start cost, BENCH_SIZE=small in minutes, full in half an hour"
	@echo "make bench-pages, -start, -post, -desk, -reports, -growth  one part of it; make bench-keep puts all into docs/"
	@echo "make bench-editorial  what the editorial checks cost, on a long page and on a thousand"
	@echo "make format  rewrite Python and templates in the project's style"
	@echo "make translations  collect visitors' texts into the catalogues of every language"
	@echo "make screenshots  remake the pictures in docs/screenshots (needs Chromium)"

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

test-faults: .venv/.installed
	FAULT_SECONDS=$(FAULT_SECONDS) FAULT_REPORT=$(FAULT_REPORT) $(BIN)/python -m pytest tests/faults
	FUZZED_POSTS=$(FUZZED_POSTS) $(BIN)/python -m pytest --numprocesses 2 tests/leads/test_fuzz.py

test-deploy: .venv/.installed
	$(BIN)/python -m pytest --create-db tests/deploy

test-plans: .venv/.installed
	DATABASE_URL=$(BENCH_DATABASE_URL) PLAN_SIZES="$(PLAN_SIZES)" $(BIN)/python -m pytest tests/bench/test_cpu.py tests/bench/test_figures.py \
		tests/bench/test_desk_plans.py

bench: bench-pages bench-start bench-post
	@$(MAKE) bench-desk BENCH_KEEP=--keep
	@$(MAKE) bench-reports bench-growth
	$(BIN)/python -m tests.bench.summary $(BENCH_RESULTS)

bench-keep:
	@$(MAKE) bench BENCH_REPORT=docs/benchmarks.md

bench-pages: .venv/.installed
	$(BIN)/python -m tests.bench.pages --requests $(BENCH_REQUESTS) --concurrency $(BENCH_CONCURRENCY) \
		--rounds $(BENCH_ROUNDS) --database $(lastword $(BENCH_DATABASES)) $(BENCH_RESULTS)

bench-start: .venv/.installed
	$(BIN)/python -m tests.bench.cold_start --rounds $(BENCH_STARTS) --database $(lastword $(BENCH_DATABASES)) $(BENCH_RESULTS)

bench-post: .venv/.installed
	$(BIN)/python -m tests.bench.enquiry_post --enquiries $(BENCH_ENQUIRIES) --concurrency $(BENCH_CONCURRENCY) \
		--rounds $(BENCH_ROUNDS) --databases $(BENCH_DATABASES) $(BENCH_RESULTS)

bench-desk: .venv/.installed
	$(ON_POSTGRESQL) $(BIN)/python -m tests.bench.desk --users desk --sizes $(BENCH_DESK_SIZES) --rounds 2 \
		--times $(BENCH_TIMES) --only $(BENCH_DESK) $(BENCH_KEEP) $(BENCH_RESULTS)

bench-reports: .venv/.installed
	$(ON_POSTGRESQL) $(BIN)/python -m tests.bench.reports --rounds $(BENCH_TIMES) --many $(lastword $(BENCH_DESK_SIZES)) $(BENCH_RESULTS)

bench-growth: .venv/.installed
	$(ON_POSTGRESQL) $(BIN)/python -m tests.bench.growth --pages $(BENCH_PAGES) --leads $(BENCH_LEADS) \
		--times $(BENCH_TIMES) $(BENCH_RESULTS)

bench-editorial: .venv/.installed
	DJANGO_SETTINGS_MODULE=cms.settings.test $(BIN)/python -m tests.bench.editorial $(BENCH_RESULTS)

format: .venv/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $(TEMPLATES)

screenshots: .venv/.installed
	$(BIN)/python docs/take_screenshots.py

translations: .venv/.installed
	$(BIN)/python manage.py update_translations
