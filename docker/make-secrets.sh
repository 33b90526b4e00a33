#!/usr/bin/env bash
# Makes docker/secrets once: keys, certificates and passwords that no two installations share. What exists is never replaced.
# Run it as root, which alone can give each file to the user that reads it (1000: Mixité and EventStoreDB; 999: MongoDB).
set -euo pipefail
folder="${1:-$(cd "$(dirname "$0")" && pwd)/secrets}"
days=3650
mixite=1000
mongo=999

umask 077
mkdir -p "$folder"
cd "$folder"

new_secret() { openssl rand -hex 32; }

# keep OWNER FILE: for that user alone, where this one may say so.
keep() {
  chmod 600 "$2"
  if [ "$(id -u)" = 0 ]; then chown "$1:$1" "$2"; fi
}

# from_command OWNER FILE COMMAND…: what the command prints, once.
from_command() {
  local owner=$1 file=$2
  shift 2
  [ -e "$file" ] || "$@" >"$file"
  keep "$owner" "$file"
}

mongo_key() { openssl rand -base64 756; }

certificate_authority() {
  [ -e eventstore-ca.key ] || openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "$days" -subj '/CN=Mixite EventStoreDB CA' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout eventstore-ca.key -out eventstore-ca.crt 2>/dev/null
  chmod 600 eventstore-ca.key
  # Public, and read by containers of several users.
  chmod 644 eventstore-ca.crt
}

# Every node bears the same common name, by which the others know it for one of theirs.
node_certificate() {
  local node=$1
  if [ ! -e "$node.crt" ]; then
    openssl req -newkey rsa:3072 -nodes -subj '/CN=eventstoredb-node' -keyout "$node.key" -out "$node.csr" 2>/dev/null
    openssl x509 -req -in "$node.csr" -CA eventstore-ca.crt -CAkey eventstore-ca.key -CAcreateserial -sha256 -days "$days" \
      -out "$node.crt" -extfile <(
        echo "subjectAltName=DNS:$node,DNS:localhost,IP:127.0.0.1"
        echo 'extendedKeyUsage=serverAuth,clientAuth'
        echo 'keyUsage=critical,digitalSignature,keyEncipherment'
      ) 2>/dev/null
    rm "$node.csr"
  fi
  keep "$mixite" "$node.crt"
  keep "$mixite" "$node.key"
}

from_command "$mixite" master.key new_secret
from_command "$mixite" token.key new_secret
from_command "$mongo" mongo.key mongo_key
from_command "$mongo" mongo-root.password new_secret
certificate_authority
for node in eventstore-1 eventstore-2 eventstore-3; do node_certificate "$node"; done

# Read by compose itself, never mounted.
if [ ! -e servers.env ]; then
  {
    echo "EVENTSTORE_PASSWORD=$(new_secret)"
    echo "EVENTSTORE_OPS_PASSWORD=$(new_secret)"
    echo "MONGODB_PASSWORD=$(new_secret)"
    echo "MIXITE_API_TOKEN=$(new_secret)"
    echo "MIXITE_METRICS_TOKEN=$(new_secret)"
    echo '# A cluster of three: also start it with --profile cluster.'
    echo '#EVENTSTORE_CLUSTER_SIZE=3'
    echo '#EVENTSTORE_GOSSIP_SEED=eventstore-2:2113,eventstore-3:2113'
    echo '#EVENTSTORE_NODES=eventstore-1:2113,eventstore-2:2113,eventstore-3:2113'
  } >servers.env
fi
chmod 600 servers.env
if [ "$(id -u)" != 0 ]; then echo "Not root: give the files of $folder to users $mixite and $mongo before starting." >&2; fi
