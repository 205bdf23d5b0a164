#!/bin/sh
# Installs the Ganvas kiosk on a board: the page, the model, a configured web server, systemd units. Needs no network; run
# it again to update or to change options. It writes /usr/share/ganvas, /usr/lib/ganvas, /etc/ganvas, /var/lib/ganvas,
# three commands (ganvas-token, ganvas-certificate, ganvas-kiosk) and units named ganvas-*.
#
#   sh install.sh [options]
#     --server NAME        lighttpd (if not said), nginx, or busybox (read only, no HTTPS, one thread)
#     --token TOKEN        who knows it may send models; - reads it from standard input; without one uploads are refused. At least 16
#                          characters, 8 of them different; better let ganvas-token make one, which nobody guesses (160 bits)
#     --allow-origin URL   a page from there may send models from a browser, such as https://example.org; may be repeated
#     --embed-in URL       a page from there may show this one in a frame; may be repeated
#     --results            the kiosk may save its images on the board, in /var/lib/ganvas/results
#     --name NAME          a name or address of the board for its certificate; may be repeated
#     --bind ADDRESS       where the server listens; 0.0.0.0 if not said
#     --http-port N        80 if not said
#     --https-port N       443 if not said
#     --max-upload-mb N    32 if not said
#     --page DIR           a built page other than the one beside this script
#     --no-kiosk           do not start a browser on the board's display
#     --root DIR           install into the root of an image instead of this system
#     --try DIR            install below DIR, with addresses that work there, to run it without changing this system
#     --uninstall          remove what was installed; models, results, token and certificate stay
#     --purge              with --uninstall: remove those too
set -eu
umask 022

here=$(cd "$(dirname "$0")" && pwd)
say() { echo "ganvas: $*"; }
fail() {
  echo "ganvas: $*" >&2
  exit 1
}
usage() {
  sed -n '2,/^set -eu/{/^set -eu/d;s/^# \{0,1\}//;p;}' "$0"
}

server='lighttpd' token='' tokenGiven='' results='' names='' bind='0.0.0.0' httpPort=80 httpsPort=443 maxMb=32
page='' kiosk=yes root='' prefix='' uninstall='' purge='' origins='' embedders=''
while [ $# -gt 0 ]; do
  case $1 in
    --results) results=yes ;;
    --no-kiosk) kiosk='' ;;
    --uninstall) uninstall=yes ;;
    --purge) purge=yes ;;
    -h | --help)
      usage
      exit 0
      ;;
    --server | --token | --allow-origin | --embed-in | --name | --bind | --http-port | --https-port | --max-upload-mb | --page | --root | --try)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case $1 in
        --server) server=$2 ;;
        --token) token=$2 tokenGiven=yes ;;
        --allow-origin) origins="$origins $2" ;;
        --embed-in) embedders="$embedders $2" ;;
        --name) names="$names $2" ;;
        --bind) bind=$2 ;;
        --http-port) httpPort=$2 ;;
        --https-port) httpsPort=$2 ;;
        --max-upload-mb) maxMb=$2 ;;
        --page) page=$2 ;;
        --root) root=$2 ;;
        --try) root=$2 prefix=$2 ;;
      esac
      shift
      ;;
    *)
      echo "ganvas: unknown option $1" >&2
      usage >&2
      exit 2
      ;;
  esac
  shift
done

# ---- what was asked for -------------------------------------------------------------------------------------------

case $server in lighttpd | nginx | busybox) ;; *) fail "--server is $server; choose lighttpd, nginx or busybox" ;; esac
checkNumber() {
  case $2 in '' | *[!0-9]* | ??????*) fail "$1 is $2; give a whole number" ;; esac
  if [ "$2" -lt 1 ] || [ "$2" -gt "$3" ]; then fail "$1 is $2; give 1 to $3"; fi
}
checkNumber --http-port "$httpPort" 65535
checkNumber --https-port "$httpsPort" 65535
checkNumber --max-upload-mb "$maxMb" 1024
if [ -n "$tokenGiven" ]; then
  if [ "$token" = - ]; then IFS= read -r token || true; fi
  case $token in *[!A-Za-z0-9._~-]*) fail '--token: use letters, digits and . _ ~ - only' ;; esac
  [ "${#token}" -ge 16 ] || fail "--token has ${#token} characters; give at least 16"
  different=$(printf %s "$token" | fold -w 1 | sort -u | wc -l)
  [ "$different" -ge 8 ] ||
    fail "--token has only $((different)) different characters and can be guessed; leave it out, then let ganvas-token make one"
fi
case $bind in *[!0-9A-Fa-f.:]*) fail "--bind is $bind; give an address of this board, or 0.0.0.0 for all" ;; esac
case $bind in *:*) bind="[$bind]" ;; esac
if [ -n "$root" ]; then
  case $root in /*) ;; *) fail "the folder $root must begin with /" ;; esac
  case $root in *[!A-Za-z0-9/._-]*) fail "the folder $root has characters other than letters, digits and / . _ -" ;; esac
  root=${root%/}
  [ -z "$prefix" ] || prefix=$root
elif [ "$(id -u)" -ne 0 ]; then
  fail 'run this as root (or with --try DIR to look at it first)'
fi

share=$root/usr/share/ganvas lib=$root/usr/lib/ganvas conf=$root/etc/ganvas data=$root/var/lib/ganvas
units=$root/usr/lib/systemd/system wants=$root/etc/systemd/system
live=''
[ -n "$root" ] || [ ! -d /run/systemd/system ] || live=yes

# ---- removing -----------------------------------------------------------------------------------------------------

if [ -n "$uninstall" ]; then
  if [ -n "$live" ]; then
    systemctl disable --now ganvas-kiosk.service ganvas-server.service ganvas-tidy.timer ganvas-certificate.service \
      >/dev/null 2>&1 || true
  fi
  rm -rf "$share" "$share.old" "$lib"
  rm -f "$units"/ganvas-*.service "$units"/ganvas-*.timer "$wants"/*.wants/ganvas-*
  rm -f "$root/usr/sbin/ganvas-token" "$root/usr/sbin/ganvas-certificate" "$root/usr/bin/ganvas-kiosk"
  rm -f "$root/usr/lib/sysusers.d/ganvas.conf" "$root/usr/lib/tmpfiles.d/ganvas.conf"
  [ -z "$purge" ] || rm -rf "$conf" "$data"
  [ -z "$live" ] || systemctl daemon-reload
  say "removed${purge:+, with models, results, token and certificate}"
  exit 0
fi

# ---- what it needs ------------------------------------------------------------------------------------------------

: "${page:=$here/page}"
[ -f "$page/index.html" ] || fail "there is no built page in $page; take the bundle apart as a whole, or give --page"

missing() {
  if [ -z "$root" ]; then fail "$1 is not installed: apt-get install $2"; fi
  say "note: $1 is not in $root: it needs $2"
}
has() { # has NAME: a program in the system that is installed into
  for folder in usr/sbin usr/bin sbin bin usr/local/bin; do
    [ ! -x "$root/$folder/$1" ] || return 0
  done
  [ -n "$prefix" ] && command -v "$1" >/dev/null
}
case $server in
  lighttpd)
    has lighttpd || missing lighttpd 'lighttpd lighttpd-mod-webdav lighttpd-mod-openssl openssl'
    for module in webdav openssl; do
      [ -n "$prefix" ] || [ -n "$(find "$root"/usr/lib*/lighttpd "$root"/usr/lib/*/lighttpd -name "mod_$module.so" 2>/dev/null)" ] ||
        missing "mod_$module of lighttpd" "lighttpd-mod-$module"
    done
    ;;
  nginx) has nginx || missing nginx 'nginx-light openssl' ;;
  busybox) has busybox || missing busybox 'busybox' ;;
esac
[ "$server" = busybox ] || has openssl || missing openssl openssl
if [ "$server" = busybox ] && [ -n "$tokenGiven$results" ]; then
  fail 'busybox httpd only reads: --token and --results need lighttpd or nginx'
fi

model=''
if [ -f "$here/model/kiosk.json" ]; then
  field() { tr -d '\n' <"$here/model/kiosk.json" | sed -n "s/.*\"$1\" *: *\"\([A-Za-z0-9._-]*\)\".*/\1/p"; }
  model=$(field file)
  case $model in '' | .* | *[!A-Za-z0-9._-]*) fail 'model/kiosk.json names no file that could be installed' ;; esac
  [ -f "$here/model/$model" ] || fail "model/$model is missing"
  [ "$(sha256sum <"$here/model/$model" | cut -d ' ' -f 1)" = "$(field sha256)" ] ||
    fail "model/$model is damaged: its SHA-256 is not that of kiosk.json"
fi

[ ! -f "$conf/origins.txt" ] || origins="$origins $(cat "$conf/origins.txt")"
[ ! -f "$here/origins.txt" ] || origins="$origins $(cat "$here/origins.txt")"
# shellcheck disable=SC2086 # words, not text
origins=$(printf '%s\n' $origins | sort -u)
for origin in $origins $embedders; do
  case ${origin#http*://} in
    "$origin" | '' | *[!A-Za-z0-9.:-]*) fail "the origin $origin is not like https://example.org:8443" ;;
  esac
done

# ---- files --------------------------------------------------------------------------------------------------------

portSuffix=''
[ "$httpPort" -eq 80 ] || portSuffix=:$httpPort
certificateUnit='' wantsLine=''
if [ "$server" != busybox ]; then
  certificateUnit=ganvas-certificate.service wantsLine="Wants=$certificateUnit"
fi
case $server in
  lighttpd) execStart='/usr/sbin/lighttpd -D -f /etc/ganvas/lighttpd.conf' resultsWord=${results:+enable} ;;
  nginx) execStart='/usr/sbin/nginx -e stderr -c /etc/ganvas/nginx.conf' resultsWord=${results:+PUT} ;;
  busybox)
    busybox=/bin/busybox resultsWord=''
    [ ! -x "$root/usr/bin/busybox" ] || busybox=/usr/bin/busybox
    execStart="$busybox httpd -f -p $bind:$httpPort -h /usr/share/ganvas/page -c /etc/ganvas/httpd.conf"
    ;;
esac
[ -n "$resultsWord" ] || { [ "$server" = nginx ] && resultsWord=off || resultsWord=disable; }
nginxUser=''
if [ -n "$prefix" ] && [ "$(id -u)" -eq 0 ]; then nginxUser='user root;'; fi
# What other pages may show, pages of other origins that are isolated may show only if it says so.
resources=same-origin
[ -z "$embedders" ] || resources=cross-origin
displayGroups=''
for group in video render input weston-launch; do
  ! grep -q "^$group:" "$root/etc/group" 2>/dev/null || displayGroups="$displayGroups $group"
done

put() { # put MODE SOURCE TARGET: copies with the @words@ filled in, beside the target and over it
  sed -e "s|@PREFIX@|$prefix|g" -e "s|@BIND@|$bind|g" -e "s|@HTTP_PORT@|$httpPort|g" -e "s|@HTTPS_PORT@|$httpsPort|g" \
    -e "s|@MAX_UPLOAD_KB@|$((maxMb * 1024))|g" -e "s|@RESULTS@|$resultsWord|g" \
    -e "s|@HTTP_PORT_SUFFIX@|$portSuffix|g" -e "s|@SERVER@|$server|g" -e "s|@NGINX_USER@|$nginxUser|g" -e "s|@EXEC_START@|$execStart|g" \
    -e "s|@CERTIFICATE_UNIT@|$certificateUnit|g" -e "s|@WANTS@|$wantsLine|g" -e "s|@DISPLAY_GROUPS@|$displayGroups|g" -e "s|@EMBED_IN@|$embedders|g" \
    -e "s|@RESOURCES@|$resources|g" \
    "$2" >"$3.new"
  chmod "$1" "$3.new"
  mv -f "$3.new" "$3"
}

mkdir -p "$share" "$lib" "$conf/tls" "$data/models" "$data/results" "$data/incoming" "$units" \
  "$root/usr/sbin" "$root/usr/bin" "$root/usr/lib/sysusers.d" "$root/usr/lib/tmpfiles.d"
[ -z "$prefix" ] || mkdir -p "$root/run/ganvas"

# The page is made complete beside the old one, then takes its place.
rm -rf "$share/page.new" "$share/page.old"
mkdir "$share/page.new"
cp -R "$page/." "$share/page.new/"
if [ ! -d "$share/page.new/board" ]; then
  mkdir "$share/page.new/board"
  for part in README.md install.sh bin server systemd native yocto debian; do
    [ ! -e "$here/$part" ] || cp -R "$here/$part" "$share/page.new/board/"
  done
fi
find "$share/page.new" -name '*.gz' -prune -o -type f -size +0 \( -name '*.css' -o -name '*.html' -o -name '*.js' \
  -o -name '*.mjs' -o -name '*.json' -o -name '*.svg' -o -name '*.wasm' -o -name '*.webmanifest' \) -print |
  while IFS= read -r file; do gzip -9 -c "$file" >"$file.gz"; done
if [ "$server" = busybox ]; then
  mkdir -p "$share/page.new/models"
  [ -z "$model" ] || cp "$here/model/$model" "$here/model/kiosk.json" "$share/page.new/models/"
  printf '{"version":1,"upload":false,"saveResults":false,"maxBytes":0}\n' >"$share/page.new/models/board.json"
fi
chmod -R u=rwX,go=rX "$share/page.new"
[ ! -d "$share/page" ] || mv "$share/page" "$share/page.old"
mv "$share/page.new" "$share/page"
rm -rf "$share/page.old"

for part in README.md native; do
  rm -rf "${share:?}/$part"
  [ ! -e "$here/$part" ] || cp -R "$here/$part" "$share/"
done
put 755 "$here/bin/ganvas-token" "$root/usr/sbin/ganvas-token"
put 755 "$here/bin/ganvas-certificate" "$root/usr/sbin/ganvas-certificate"
put 755 "$here/bin/ganvas-kiosk" "$root/usr/bin/ganvas-kiosk"
put 755 "$here/bin/ganvas-tidy" "$lib/ganvas-tidy"

case $server in
  lighttpd) put 644 "$here/server/lighttpd.conf" "$conf/lighttpd.conf" ;;
  nginx)
    for part in nginx.conf headers-nginx.conf cors-nginx.conf; do put 644 "$here/server/$part" "$conf/$part"; done
    ;;
  busybox) put 644 "$here/server/httpd.conf" "$conf/httpd.conf" ;;
esac

printf '%s\n' "$origins" >"$conf/origins.txt"
{
  echo '# Made by install.sh from origins.txt.'
  for origin in $origins; do
    echo "\$REQUEST_HEADER[\"Origin\"] == \"$origin\" {"
    echo '  setenv.add-response-header = ('
    echo "    \"Access-Control-Allow-Origin\" => \"$origin\","
    echo '    "Access-Control-Allow-Methods" => "PUT",'
    echo '    "Access-Control-Allow-Headers" => "Authorization, Content-Type",'
    echo '    "Access-Control-Allow-Private-Network" => "true",'
    echo '    "Access-Control-Max-Age" => "600"'
    echo '  )'
    echo '}'
  done
} >"$conf/origins-lighttpd.conf"
{
  echo '# Made by install.sh from origins.txt.'
  # shellcheck disable=SC2016 # nginx's own variables
  for variable in 'origin $http_origin' 'methods PUT' 'headers "Authorization, Content-Type"' 'network true' 'seconds 600'; do
    echo "map \$http_origin \$allowed_${variable%% *} {"
    echo '  default "";'
    for origin in $origins; do echo "  \"$origin\" ${variable#* };"; done
    echo '}'
  done
} >"$conf/origins-nginx.conf"

if [ ! -f "$conf/credentials" ]; then
  : >"$conf/credentials"
  chmod 640 "$conf/credentials"
fi
upload=false
[ ! -s "$conf/credentials" ] || upload=true
saveResults=false
[ -z "$results" ] || saveResults=true
printf '{ "version": 1, "upload": %s, "saveResults": %s, "maxBytes": %s }\n' "$upload" "$saveResults" $((maxMb * 1048576)) \
  >"$conf/board.json"
[ -f "$conf/kiosk.env" ] || put 644 "$here/systemd/kiosk.env" "$conf/kiosk.env"

if [ -n "$model" ] && [ "$server" != busybox ]; then
  for file in "$model" kiosk.json; do
    cp "$here/model/$file" "$data/incoming/$file"
    chmod 644 "$data/incoming/$file"
    mv -f "$data/incoming/$file" "$data/models/$file"
  done
fi

# ---- users, units, certificate ------------------------------------------------------------------------------------

cat >"$root/usr/lib/sysusers.d/ganvas.conf" <<'END'
u ganvas - "Ganvas web server" /var/lib/ganvas
u ganvas-kiosk - "Ganvas kiosk browser" /var/lib/ganvas-kiosk
END
cat >"$root/usr/lib/tmpfiles.d/ganvas.conf" <<'END'
d /var/lib/ganvas 0755 ganvas ganvas
d /var/lib/ganvas/models 0755 ganvas ganvas
d /var/lib/ganvas/results 0755 ganvas ganvas
d /var/lib/ganvas/incoming 0700 ganvas ganvas
Z /var/lib/ganvas/models/* 0644 ganvas ganvas
z /etc/ganvas/credentials 0640 root ganvas
z /etc/ganvas/tls 0750 root ganvas
z /etc/ganvas/tls/board.pem 0640 root ganvas
END
rm -f "$units"/ganvas-*
for unit in server certificate kiosk; do
  [ "$unit" = certificate ] && [ "$server" = busybox ] && continue
  put 644 "$here/systemd/ganvas-$unit.service" "$units/ganvas-$unit.service"
done
put 644 "$here/systemd/ganvas-tidy.service" "$units/ganvas-tidy.service"
put 644 "$here/systemd/ganvas-tidy.timer" "$units/ganvas-tidy.timer"

# An image without users gets them, and its files their owner, at its first start: from the two files above.
if [ "$(id -u)" -eq 0 ] && [ -z "$prefix" ] && [ -f "$root/etc/passwd" ]; then
  if command -v systemd-sysusers >/dev/null; then
    systemd-sysusers ${root:+--root="$root"} ganvas.conf
  elif [ -z "$root" ]; then
    for user in ganvas ganvas-kiosk; do
      id "$user" >/dev/null 2>&1 ||
        useradd --system --user-group --home-dir "/var/lib/$user" --shell /usr/sbin/nologin "$user" 2>/dev/null ||
        adduser -S -D -H -h "/var/lib/$user" "$user"
    done
  fi
  owner=$(sed -n 's/^ganvas:[^:]*:\([0-9]*\):\([0-9]*\):.*/\1:\2/p' "$root/etc/passwd")
  if [ -n "$owner" ]; then
    chown -R "$owner" "$data"
    chgrp "${owner#*:}" "$conf/credentials" "$conf/tls"
    chmod 750 "$conf/tls"
  fi
fi
chmod 700 "$data/incoming"

if [ -n "$tokenGiven" ]; then
  printf '%s\n' "$token" | sh "$here/bin/ganvas-token" --read --config "$conf"
fi

if [ "$server" != busybox ] && { [ -z "$root" ] || [ -n "$prefix" ]; }; then
  group=''
  [ -n "$prefix" ] || group=ganvas
  # shellcheck disable=SC2086 # words, not text
  sh "$here/bin/ganvas-certificate" --config "$conf" --group "$group" $names
fi

hasBrowser=''
if has chromium || has chromium-browser || has cog; then hasBrowser=yes; fi
if [ -z "$prefix" ]; then
  atStart() { # atStart UNIT TARGET
    mkdir -p "$wants/$2.wants"
    ln -sf "/usr/lib/systemd/system/$1" "$wants/$2.wants/$1"
  }
  atStart ganvas-server.service multi-user.target
  atStart ganvas-tidy.timer timers.target
  [ "$server" = busybox ] || atStart ganvas-certificate.service multi-user.target
  rm -f "$wants/graphical.target.wants/ganvas-kiosk.service"
  if [ -n "$kiosk" ] && [ -n "$hasBrowser" ]; then atStart ganvas-kiosk.service graphical.target; fi
  # Debian starts the packages' own services on port 80, with nothing of use on a board.
  if [ "$httpPort" -eq 80 ] || [ "$httpsPort" -eq 443 ]; then
    for other in lighttpd nginx; do
      [ -e "$wants/multi-user.target.wants/$other.service" ] || continue
      say "switched off $other.service, which holds port 80; use --http-port and --https-port to keep both"
      if [ -n "$live" ]; then systemctl disable --now "$other.service" >/dev/null 2>&1 || true; fi
      rm -f "$wants/multi-user.target.wants/$other.service"
    done
  fi
fi
if [ -n "$live" ]; then
  systemctl daemon-reload
  systemctl restart ganvas-server.service
  systemctl start ganvas-tidy.timer
  if [ -n "$kiosk" ] && [ -n "$hasBrowser" ]; then systemctl restart ganvas-kiosk.service || true; fi
fi

say "installed with $server${root:+ in $root}"
[ -n "$model" ] && say "model: $model"
if [ "$server" = busybox ]; then
  say 'busybox httpd reads only; it sends no isolation headers (one thread) and takes no uploads'
elif [ ! -s "$conf/credentials" ]; then
  say 'uploads are refused until a token is set: ganvas-token'
fi
if [ -n "$prefix" ]; then
  case $server in
    lighttpd) say "start it: lighttpd -D -f $conf/lighttpd.conf" ;;
    nginx) say "start it: nginx -e stderr -c $conf/nginx.conf" ;;
    busybox) say "start it: busybox httpd -f -p $bind:$httpPort -h $share/page -c $conf/httpd.conf" ;;
  esac
elif [ -z "$hasBrowser" ] && [ -n "$kiosk" ]; then
  say 'no chromium or cog here: install one, then run this again for the kiosk on the display'
fi
say "kiosk: http://localhost$portSuffix/kiosk/"
