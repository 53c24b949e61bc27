# `make run` and `make test` do all set-up themselves. See README.md.
FRONT := .venv/bin
ENGINE := assistant/.venv/bin
ENGINE_ENV := PYTHONPATH=. PYTHONWARNINGS=ignore TF_CPP_MIN_LOG_LEVEL=3 RASA_TELEMETRY_ENABLED=false

.PHONY: run test check bench bench-nlu bench-appointments bench-sockets train encoder encoder-tools setup setup-tests format

run: setup
	@exec $(FRONT)/frontdoor run

# Two runs, because the browser's driver keeps an event loop of its own.
test: check train
	$(FRONT)/pytest tests/contract
	$(FRONT)/pytest tests --ignore=tests/unit --ignore=tests/contract

# Fast: format, lint, types, import rules, unit tests.
check: setup-tests
	$(FRONT)/ruff format --check .
	$(FRONT)/ruff check .
	$(FRONT)/mypy
	$(ENGINE_ENV) $(ENGINE)/mypy --config-file assistant/mypy.ini
	$(FRONT)/lint-imports
	$(FRONT)/pytest -n auto tests/unit
	$(ENGINE_ENV) $(ENGINE)/python -m pytest -p no:cacheprovider tests/unit/assistant

# Side by side with stock Rasa, which is trained once and kept in var/bench.
bench: setup-tests train
	$(FRONT)/python -m bench

# How well stock Rasa's pipeline and ours understand, trained on the same examples.
bench-nlu: setup-tests
	$(FRONT)/python -m bench.nlu $(ARGS)

# Search for free slots with up to 100,000 appointments, on SQLite and (where installed) PostgreSQL.
bench-appointments: setup-tests
	$(FRONT)/python -m bench.appointments $(ARGS)

# Memory and time to answer with up to 500 open sockets on one process; the engine is a stand-in.
bench-sockets: setup-tests
	$(FRONT)/python -m bench.sockets $(ARGS)

train: setup
	$(FRONT)/frontdoor train

# By hand, after data/nlu has grown: PyTorch in an environment of its own, about half an hour.
encoder: encoder-tools
	PYTHONPATH=. .tools/encoder/bin/python -m assistant.encoder.adaptation

encoder-tools:
	test -x .tools/encoder/bin/python || $(FRONT)/python -m venv .tools/encoder
	.tools/encoder/bin/pip install --quiet -r assistant/encoder/adaptation/requirements.txt

format: setup-tests
	$(FRONT)/ruff format .
	$(FRONT)/ruff check --fix .

setup:
	@deploy/setup

setup-tests:
	@deploy/setup tests
