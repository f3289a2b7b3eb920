#!/usr/bin/env bash
# Fuzzes each reader with libFuzzer and address sanitizer, SECONDS_EACH seconds each (60), or the readers named.
#
#   Tests/Fuzz/fuzz.sh [READER...]
#
# Inputs that break something are kept in .build/fuzz/found; what libFuzzer learns in .build/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${SECONDS_EACH:-60}
build=.build/fuzz
readers=${*:-text charset html jsonl trafilatura ninjs warc brotli deflate feed csv gzip names annotation}

SAYSO_FUZZING=1 swift build -c release --product fuzz --scratch-path "$build" --sanitize address --sanitize fuzzer
mkdir -p "$build/found"
python3 Tests/tools/bad_files.py "$build/seeds" --small
cp -r Reports/articles "$build/seeds"
failed=""
for reader in $readers; do
  mkdir -p "$build/corpus/$reader"
  echo "fuzz: $reader, $seconds s"
  if ! SAYSO_FUZZ=$reader ASAN_OPTIONS=detect_leaks=0 "$build/release/fuzz" -max_total_time="$seconds" -max_len=100000 \
    -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 -artifact_prefix="$build/found/$reader-" \
    "$build/corpus/$reader" "$build/seeds" >"$build/$reader.log" 2>&1; then
    failed="$failed $reader"
    tail -40 "$build/$reader.log"
  fi
  grep -E 'stat::(number_of_executed_units|peak_rss_mb)' "$build/$reader.log" || true
done
[ -z "$failed" ] || { echo "fuzz: broken:$failed; the inputs are in $build/found"; exit 1; }
