# Runs a program until it ends, or until whoever started this says so or dies, however suddenly.
# Arguments: the signal that stops the program kindly; a folder to remove afterwards, or nothing; the program and its
# arguments. Standard input: "stop SECONDS" sends the signal, and KILL when the seconds are over; "kill" does not ask;
# the end of the input, which is also what a dead parent leaves, means "stop 4".
signal=$1
rubbish=$2
shift 2
exec 3<&0
"$@" 3<&- </dev/null &
program=$!
(
  order=stop
  seconds=4
  if read -r line <&3; then
    order=${line%% *}
    seconds=${line##* }
  fi
  if [ "$order" = stop ]; then
    kill -"$signal" "$program"
    while [ "$seconds" -gt 0 ] && kill -0 "$program"; do
      sleep 1
      seconds=$((seconds - 1))
    done
  fi
  kill -KILL "$program"
) >/dev/null 2>&1 &
watcher=$!
wait "$program"
status=$?
kill "$watcher" 2>/dev/null
[ -z "$rubbish" ] || rm -rf -- "$rubbish"
exit "$status"
