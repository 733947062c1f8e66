# attack: output without end by a background job
# expect: output
# limits: output=64K
yes &
yes >&2 &
wait
