# Two commands matter: `make briefing` and `make test`.  `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SEEDS ?= seeds
ENGINE ?= auto
BASE ?= main
SECONDS ?= 300
GROWTH ?=
COUNT ?= 100
SEED ?= 1
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
LOCK := uv pip compile pyproject.toml requirements-build.in --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet

# Browser tests drive the machine's own Chromium.  If there is none, root on Debian gets it by apt-get; nobody else does.
HAS_BROWSER := { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null 2>&1
BROWSER = $(HAS_BROWSER) || { \
	if [ "$$(id -u)" = 0 ] && grep -qsx 'ID=debian' /etc/os-release; then \
		echo "installing chromium"; export DEBIAN_FRONTEND=noninteractive; \
		{ timeout 120 apt-get -qq update; timeout 480 apt-get -qq -y install --no-install-recommends chromium; } \
			>/dev/null 2>&1 </dev/null; \
	fi; $(HAS_BROWSER) || echo "no Chromium: browser tests will be skipped"; }

# A git filter: notebooks are committed without outputs, whatever the working copy holds.
STRIP = ! git rev-parse --git-dir >/dev/null 2>&1 || { $(BIN)/nbstripout --install && \
	git config filter.nbstripout.clean "$$(git config filter.nbstripout.clean) --keep-id"; }

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help briefing test lab hooks lint bench fuzz faults audit changes docs score lock clean

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

briefing: $(VENV)/.runtime  ## Set up everything and make the briefing from the clippings in seeds/ (or SEEDS=folder)
	$(BIN)/kzvn render "$(SEEDS)" --engine "$(ENGINE)"

test: $(VENV)/.test  ## Set up everything and run all tests; as root on Debian, install Chromium by apt-get if there is none
	@$(BROWSER)
	$(BIN)/python -m pytest -n auto --dist loadfile

lab: $(VENV)/.lab  ## Open JupyterLab on the notebooks; their outputs stay out of commits
	@$(STRIP)
	$(BIN)/kzvn parse "$(SEEDS)"
	$(BIN)/jupyter lab --notebook-dir=. notebooks

hooks: $(VENV)/.test  ## Install git hooks (pre-commit) that check each commit
	$(BIN)/pre-commit install
	@$(STRIP)

lint: $(VENV)/.test  ## Check style, the direction of imports, the workflows
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff

# The older tables are read by the older code, so that a change of the rules shows as well as one of the clippings.
changes: $(VENV)/.runtime  ## List in Markdown which facts differ from BASE (a branch or commit)
	@rm -rf _build/base && git worktree prune && git worktree add --quiet --detach _build/base "$(BASE)"
	@PYTHONPATH=_build/base/src $(BIN)/python -m kzvn_analysis parse _build/base/seeds --out _build/base-tables >&2
	@$(BIN)/kzvn parse "$(SEEDS)" --out _build/tables >&2
	@git worktree remove --force _build/base
	@$(BIN)/kzvn diff _build/base-tables _build/tables --format markdown || test $$? = 1

docs: $(VENV)/.docs  ## Build the user guide and the reference into _build/docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet && echo "guide in _build/docs/index.html"

bench: $(VENV)/.lab  ## Measure start-up, renders and reading speed beside the usual tools, and how they scale (GROWTH=--million)
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/render.py
	$(BIN)/python benchmarks/parse.py
	$(BIN)/python benchmarks/growth.py $(GROWTH)
	$(BIN)/python benchmarks/many.py

# Atheris has an environment of its own: few need it, and its wheels are for Linux only.
fuzz: requirements.lock  ## Fuzz the readers for SECONDS
	@test -x _build/fuzz-venv/bin/python || $(PYTHON) -m venv _build/fuzz-venv
	@_build/fuzz-venv/bin/python -m pip --disable-pip-version-check --quiet --no-input install --require-hashes -r requirements.lock
	@_build/fuzz-venv/bin/python -m pip --disable-pip-version-check --quiet --no-input install "atheris>=3"
	_build/fuzz-venv/bin/python tests/fuzz_readers.py -max_total_time=$(SECONDS) -timeout=20 -max_len=4000

faults: $(VENV)/.test  ## Kill parse, render and release at COUNT random moments (chosen by SEED) and check what is left
	$(BIN)/python tests/faults.py --count "$(COUNT)" --seed "$(SEED)"

# The locked packages are looked up among known vulnerabilities; this needs the network.
audit: requirements.lock  ## Look for known vulnerabilities of the packages in the lock files
	@test -x _build/audit-venv/bin/python || $(PYTHON) -m venv _build/audit-venv
	@_build/audit-venv/bin/python -m pip --disable-pip-version-check --quiet --no-input install "pip-audit>=2.9"
	@for lock in requirements*.lock; do echo "$$lock"; \
		_build/audit-venv/bin/pip-audit --strict --disable-pip --require-hashes --requirement "$$lock" || exit 1; done

score: $(VENV)/.runtime  ## Measure the reading against articles with known rows (in ../shared, not part of the repository)
	$(BIN)/python tests/score.py

# pip comes last into a new environment: where it is missing, a set-up was interrupted and begins anew.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "kzvn-analysis needs Python 3.11 or newer with venv; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)

# The stamps below are newer than what they were made from: a changed lock is installed again.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/pip
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.runtime
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/.lab: requirements-lab.lock $(VENV)/.runtime
	@$(PIP) install --require-hashes -r requirements-lab.lock
	@touch $@

$(VENV)/.docs: requirements-docs.lock $(VENV)/.runtime
	@$(PIP) install --require-hashes -r requirements-docs.lock
	@touch $@

lock:  ## Renew the lock files (needs uv)
	$(LOCK) -o requirements.lock
	$(LOCK) -c requirements.lock --extra test -o requirements-test.lock
	$(LOCK) -c requirements.lock --extra lab -o requirements-lab.lock
	$(LOCK) -c requirements.lock --extra docs -o requirements-docs.lock

clean:  ## Remove what can be made again; releases in briefings/ stay
	rm -rf _build .pytest_cache .ruff_cache .hypothesis .import_linter_cache
