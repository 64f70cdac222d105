#!/usr/bin/env bash
# veraPDF for the tests of PDF: `bash .ci/verapdf.sh` fetches it with Maven into
# the user's cache, once a version; needs a JDK and Maven. The tests find it
# there (test/e2e/verapdf.ts); `CAO_VERAPDF` names another folder.
# With arguments it validates: `bash .ci/verapdf.sh 2a,ua1 file.pdf…`.
set -eu
here=$(cd "$(dirname "$0")/verapdf" && pwd)
version=$(sed -n 's:.*<version>\([0-9][0-9.]*\.[0-9]*\)</version>.*:\1:p' "$here/pom.xml" | tail -n 1)
folder=${CAO_VERAPDF:-${XDG_CACHE_HOME:-$HOME/.cache}/caoc/verapdf-$version}

# A folder that is there is whole: it is made elsewhere and moved.
if [ ! -d "$folder" ]; then
  draft=$(mktemp -d)
  trap 'rm -rf "$draft"' EXIT
  mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$draft/jars" >&2
  javac -d "$draft/classes" -cp "$draft/jars/*" "$here/Validate.java"
  mkdir -p -m 700 "$(dirname "$folder")"
  mv "$draft" "$folder" 2>/dev/null || [ -d "$folder" ]
fi
if [ $# -eq 0 ]; then
  echo "veraPDF $version staat klaar"
else
  exec java -cp "$folder/classes:$folder/jars/*" Validate "$@"
fi
