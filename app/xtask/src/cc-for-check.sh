#!/bin/sh
# A C compiler that compiles nothing, for `cargo check` where a phone's kit cannot be had: it preprocesses with the
# host's headers and otherwise writes an empty object.
out=""
previous=""
for word in "$@"; do
  [ "$previous" = "-o" ] && out="$word"
  previous="$word"
done
case " $* " in
*" -E "*)
  kept=""
  for word in "$@"; do
    case "$word" in
    --target=*) ;;
    *) kept="$kept '$word'" ;;
    esac
  done
  eval "exec clang -idirafter /usr/include/$(uname -m)-linux-gnu $kept"
  ;;
*" --version "*) exec clang "$@" ;;
" -? ") exit 1 ;;
esac
[ -n "$out" ] && : | clang --target=aarch64-linux-gnu -x c -c - -o "$out"
exit 0
