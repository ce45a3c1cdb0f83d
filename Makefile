.DEFAULT_GOAL := help
.PHONY: help run test fuzz faults lint openapi lock shape score bench clean

PY := .venv/bin/python
# Most tests wait for processes of their own.
AT_ONCE ?= 3

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Install, start the whole service, load sample articles, stay up until Ctrl-C
	@deploy/setup.sh run
	@exec .venv/bin/dateline run

test: ## Run all the tests that this machine can run
	@deploy/setup.sh dev
	@$(PY) -m pytest -n $(AT_ONCE) --dist loadscope $(ARGS)

fuzz: ## Ask the API whatever its contract allows and forbids, for as long as it takes
	@deploy/setup.sh dev
	@DATELINE_FUZZ=3000 $(PY) -m pytest tests/fuzz --timeout 3600

faults: ## Kill, forget and unplug for many minutes, and see that no article is lost
	@deploy/setup.sh dev
	@$(PY) -m pytest tests/faults -m long -s $(ARGS)

lint: ## Check style, types and the layers of the house
	@deploy/setup.sh dev
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

openapi: ## Write schemas/openapi.json anew from the code
	@deploy/setup.sh dev
	@$(PY) -m dateline.api.openapi

lock: ## Write the locked, hashed requirements anew (needs uv)
	@deploy/lock/update.sh

shape: ## Print how long our functions and modules are
	@deploy/setup.sh dev
	@$(PY) bench/shape.py

score: ## Compare with a corpus: make score CORPUS=folder of TimeML documents
	@deploy/setup.sh run
	@test -n "$(CORPUS)" || { echo "make score: name a folder of TimeML documents, CORPUS=folder" >&2; exit 2; }
	@.venv/bin/dateline eval $(CORPUS)

bench: ## Time the tagger, the extractor, the queue and the timeline, beside other ways
	@deploy/setup.sh dev
	@$(PY) bench/timex_speed.py
	@$(PY) bench/extract_speed.py
	@$(PY) bench/queue --articles 5000
	@$(PY) -m bench.timeline --events 2000 20000 --calls 200 --http 50

clean: ## Remove the environment and the caches, never the data
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
