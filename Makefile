# The commands of this project; `make` alone lists them.
# Kept to what GNU make 3.81 and BSD tools know, so that it runs on macOS as it comes.

PYTHON = python3
PORT = 8000
VENV = .venv
PY = $(VENV)/bin/python
NODE = $(VENV)/bin/node
NPM = $(VENV)/bin/npm
PREFLIGHT = $(PY) dev/preflight.py
# what takes the rules that are staged, and not the sources of the same name in this folder
STAGED = PYTHONSAFEPATH=1 PYTHONPATH=$(CURDIR)/build:$(CURDIR) $(PY) -m
BIOME = node_modules/@biomejs/biome/bin/biome
LINKS = node_modules/linkinator/build/src/cli.js site --recurse --check-fragments --check-css \
	--verbosity error --skip '^https?://(?!127\.0\.0\.1)|\#note_kind='
UNITS = tests/playbook tests/macros tests/publish/brand/test_side_by_side.py
RESULTS = .cache/results/of
RUN_UNITS = $(PY) -m pytest --junitxml $(RESULTS)-unit.xml --numprocesses auto --cov=playbook --cov-report= --cov-fail-under=98 $(UNITS)
CALENDARS = build/playbook/calendars/index.json

# The same commit gives the same bytes: dates in the site come from the commit, not from the clock.
SOURCE_DATE_EPOCH := $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null || date +%s))
export SOURCE_DATE_EPOCH
# ... and the same day everywhere
export TZ = UTC
export NO_MKDOCS_2_WARNING = 1

.NOTPARALLEL:
.PHONY: help serve test unit site check bench bench-quick format lock clean setup stage bundle browser \
	python port brand update results fork-check look ask-small test-slow fuzz zensical wheel run

help:
	@echo "make serve    set everything up and serve the site at http://127.0.0.1:$(PORT), with live reload"
	@echo "make test     set everything up, browser included, and run every test"
	@echo "make unit     run the tests of the rules and of what the pages say: no site, no browser (a minute or two)"
	@echo "make site     build the sealed site into site/"
	@echo "make wheel    build the rules as a Python package into dist/, a centre's numbers and words included"
	@echo "make run      run a Python module on the staged rules: ARGS='tests.playbook.notes.golden'"
	@echo "make results  record what a whole 'make test' gave, for the page 'What we test'"
	@echo "make check    lint, format, types, words and links"
	@echo "make ask-small   ask the small Python 20,000 requests, whether it lacks anything (some minutes)"
	@echo "make test-slow   run the tests that take long, which 'make test' leaves out (some minutes)"
	@echo "make fuzz     try the readers on inputs that are others each time (about ten minutes)"
	@echo "make tables   find anew, for a new Pyodide, which constants the small Python doesn't read (some minutes)"
	@echo "make zensical    build the site with Zensical, which follows MkDocs, into .cache/zensical"
	@echo "make bench    measure how soon the answer is there, beside stock Pyodide and PyScript"
	@echo "make format   put the code into its format"
	@echo "make lock     renew requirements.lock and package-lock.json"
	@echo "make tool     begin a tool as a copy of the sample one: NAME=my_tool"
	@echo "make brand    make the site your own: asks, or takes ARGS='--name \"Example College\" --accent \"#7a0019\"'"
	@echo "make update   take upstream's newest release into your copy (UPSTREAM=https://... the first time)"
	@echo "make fork-check   list upstream's files that your copy changed"
	@echo "make look     ask your published site for a file of each kind, and say what its server gets wrong: SITE=https://..."
	@echo "make clean    remove everything that make built"
	@echo "Settings: PYTHON=python3.13 (which Python), PORT=8080 (where to serve)"

serve: port setup
	@$(PY) -m dev.serve $(PORT)

# the tests are about the guide as it came; 'make check' looks at what brand.yml makes of it
test unit: PLAIN = --plain
# Of 3,000 tests in three browsers, one now and then meets a browser that crashed or a machine that was busy:
# what failed is run once more, one after the other, in new browsers. What fails twice is a fault.
test: $(if $(TESTS),,unit-beside-bundle) site browser
	@$(if $(TESTS),,rm -f $(RESULTS)-tests.xml $(RESULTS)-tests-again.xml)
	@$(PY) -m pytest $(if $(TESTS),,--junitxml $(RESULTS)-tests.xml) --numprocesses auto --dist loadfile $(or $(TESTS),tests $(UNITS:%=--ignore=%)) || \
		{ echo "Once more, what failed:" && $(PY) -m pytest -v --last-failed --last-failed-no-failures none --maxfail 5 \
		$(if $(TESTS),,--junitxml $(RESULTS)-tests-again.xml) \
		$(or $(TESTS),tests $(UNITS:%=--ignore=%)); }

# what needs no site and no browser: the verdict on a changed rule
unit: stage
	@$(RUN_UNITS)

# what the page 'What we test' says of the run before
results: $(VENV)/ready
	@$(PY) -m dev.record_results

# The small Python is made on one processor, so it begins meanwhile; what goes wrong there, 'make site' says once more.
.PHONY: unit-beside-bundle
unit-beside-bundle: stage
	@$(STAGED) publish.site.export_json && mkdir -p .cache
	@$(STAGED) runtime.bundle > .cache/bundle.log 2>&1 & bundle=$$!; \
		$(RUN_UNITS) || { kill $$bundle; exit 1; }; \
		wait $$bundle || true

# what takes long, and shows more of what 'make test' shows in one case: once a week, and after a change of runtime/
test-slow: PLAIN = --plain
test-slow: site browser
	@$(PY) -m pytest -m slow --numprocesses auto --dist loadfile tests

# what comes of it is no test yet: a crash becomes one
fuzz: PLAIN = --plain
fuzz: stage
	@$(STAGED) pytest -m fuzz --hypothesis-profile other-each-time --hypothesis-show-statistics tests/fuzz

# what 'make test' does with a tenth of the requests
ask-small: PLAIN = --plain
ask-small: site
	@SMALL_REQUESTS=20000 $(PY) -m pytest tests/small

site: setup
	@rm -rf .cache/site
	@$(PY) -m publish $(PLAIN) .cache/site
	@rm -rf site && mv .cache/site site

# the same site as another generator builds it
zensical: PLAIN = --plain
zensical: bundle
	@rm -rf .cache/zensical
	@$(STAGED) publish.zensical .cache/zensical

run: stage
	@$(STAGED) $(ARGS)

wheel: export HATCH_BUILD_NO_HOOKS = true
wheel: stage
	@cd build && $(CURDIR)/$(PY) -m hatchling build --target wheel --directory $(CURDIR)/dist

check: site
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(NODE) $(BIOME) check
	@$(NODE) node_modules/typescript/bin/tsc --project tsconfig.json
	@$(PY) -m codespell_lib
	@$(PY) -m macros.words
	@$(PY) -m publish.brand check
	@$(NODE) $(LINKS)

.PHONY: tables
tables: bundle
	@$(STAGED) runtime.find_tables

bench: site browser
	@$(STAGED) bench

bench-quick: site browser
	@$(STAGED) bench quick

format: $(VENV)/ready
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .
	@$(NODE) $(BIOME) check --write

brand: setup
	@$(PY) -m publish.brand.ask $(ARGS)
	@$(PY) -m publish.brand check
	@if [ -t 0 ] && [ -z '$(ARGS)' ]; then $(MAKE) --no-print-directory serve; fi

.PHONY: tool
tool: $(VENV)/ready
	@$(PY) -m dev.new_tool '$(NAME)'

update: $(VENV)/ready
	@$(PY) -m publish.copy.update $(if $(UPSTREAM),--upstream '$(UPSTREAM)') $(if $(ANYWAY),--anyway)

fork-check: $(VENV)/ready
	@$(PY) -m publish.copy.fork

look: $(VENV)/ready
	@$(PY) -m publish.site.live '$(SITE)'

lock: $(VENV)/ready
	@$(PY) -m dev.lock

browser: $(VENV)/ready
	@$(PY) -m dev.browsers

clean:
	rm -rf $(VENV) node_modules build site dist
	rm -rf .cache .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

setup: $(VENV)/ready node_modules/ready $(CALENDARS)

stage: setup
	@$(PY) -m publish.stage $(PLAIN)

bundle: stage
	@$(STAGED) publish.site.export_json
	@$(STAGED) runtime.bundle $(PARTS)

python:
	@$(PYTHON) -c '' 2>/dev/null || { echo "'$(PYTHON)' doesn't run here: install Python 3.13, or name yours with 'make PYTHON=python3.13 serve'." >&2; exit 1; }
	@$(PYTHON) dev/preflight.py python $(PYTHON)

port: $(if $(wildcard $(VENV)/ready),,python)
	@$(or $(wildcard $(PY)),$(PYTHON)) dev/preflight.py port $(PORT)

$(VENV)/ready: requirements.lock
	@$(MAKE) --no-print-directory python
	@echo "Fetching the Python packages into $(VENV) (once, about a minute)"
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock || $(PREFLIGHT) fetched Python packages
	@touch $@

node_modules/ready: package-lock.json .npmrc $(VENV)/ready
	@$(PREFLIGHT) npm $(NPM)
	@echo "Fetching Pyodide, the Python for the browser (once, a few seconds)"
	@$(NPM) ci --loglevel=error || $(PREFLIGHT) fetched npm packages
	@touch $@

$(CALENDARS): $(wildcard publish/calendars/*.py publish/calendars/*.toml) $(VENV)/ready
	@echo "Writing the holiday calendars"
	@$(PY) -m publish.calendars.build
