# make run · make test · make check · make bench · make docs · make mutants      each does its own set-up

export PYTHONUTF8 = 1
PYTHON_HERE = .venv/bin/python

.PHONY: run test check bench docs mutants golden lock clean

run:
	@tools/setup.sh base
	@MADANG_DEMO=$${MADANG_DEMO-1} exec $(PYTHON_HERE) -m madang.launch serve

test:
	@tools/setup.sh dev
	@tools/chromium.sh
	@exec $(PYTHON_HERE) tools/run_tests.py $(ARGS)

check:
	@tools/setup.sh dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	$(PYTHON_HERE) -m mypy src/madang
	.venv/bin/lint-imports
	$(PYTHON_HERE) tools/messages.py check
	$(PYTHON_HERE) -m tools.reference check
	$(PYTHON_HERE) -m pytest tests/house

# beside the peers that the tables compare with
bench:
	@tools/setup.sh bench
	@exec $(PYTHON_HERE) -m benchmarks $(ARGS)

docs:
	@tools/setup.sh dev
	$(PYTHON_HERE) -m tools.reference

# change the clocks and the rules in every place, one at a time, and see which change no test of the kernel notices
mutants:
	@tools/setup.sh dev
	$(PYTHON_HERE) -m tools.mutants $(ARGS)

# the tables of who may do what and who gets which answer where: look at the difference before it is kept
golden:
	@tools/setup.sh dev
	GOLDEN=write $(PYTHON_HERE) -m pytest tests/house/test_matrix_of_acts.py tests/house/test_matrix_of_urls.py
	git diff --stat -- tests/house/golden

# The lock files name versions and hashes and no place to fetch them from.
COMPILE = .venv/bin/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-emit-index-url --no-annotate \
	--python-version 3.11
lock:
	@tools/setup.sh dev
	$(COMPILE) requirements/installer.in -o requirements/installer.txt
	$(COMPILE) requirements/base.in -o requirements/base.txt
	$(COMPILE) requirements/dev.in -c requirements/base.txt -c requirements/installer.txt -o requirements/dev.txt
	$(COMPILE) requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt

clean:
	rm -rf .venv build dist mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
