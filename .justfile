# Recipes for people who work on it. The doors of the project are ./test and cargo run.

export CARGO_TARGET_DIR := env_var_or_default("CARGO_TARGET_DIR", env_var("HOME") / ".cache/assistenzzeit/target")

# everything, as the build machine does it
test:
    ./test

# quick look before a push
check:
    ./test style

# speeds, in one run, as a table (ASSISTENZ_BENCH_ONLY=office, phone, growth or evidence for a part)
bench:
    cargo bench --workspace

# a tap through the door of the apps (encrypted, from Python) and the core's own, one after the other; build with ./test bindings
bench-door:
    ASSISTENZ_BENCH_ONLY=phone cargo bench -p assistenz-tests --bench speed
    bash bindings/tests/run.sh ~/.cache/assistenzzeit/venv/bin/python ~/.cache/assistenzzeit/app/assistenzzeit \
        ~/.cache/assistenzzeit/app/libassistenz_bindings.so ~/.cache/assistenzzeit/app/assistenz-bindgen bench.py

# more seeds for the simulator of the record on the wire
simulate seeds="20000":
    ASSISTENZ_SEEDS={{seeds}} cargo test --release -p assistenz-core --test simulation -- --nocapture

# more months drawn from a seed, lived through by the program
months count="500":
    ASSISTENZ_MONTHS={{count}} cargo test --release -p assistenz-server --test replay_random

# more teams that do anything in any order
teams count="500":
    ASSISTENZ_TEAMS={{count}} cargo test --release -p assistenz-core --test random_teams -- --nocapture

# more hostile mutants for the gate
mutants count="1000000":
    GATE_MUTANTS={{count}} cargo test --release -p assistenz-core --test gate -- --nocapture
