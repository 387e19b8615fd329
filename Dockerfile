# The HTTP mode in a small image: Debian, Node, git, CA certificates and the committed bundle. No npm, no build, no root.
# docker build -t create-issues-and-prs . && docker run --init --env-file .env -p 127.0.0.1:8081:8081 -v batches:/data create-issues-and-prs
# Bases are named by tag: a digest has to be read from the registry by whoever builds. To pin them, write
# node:24-bookworm-slim@sha256:… and debian:bookworm-slim@sha256:… as `docker buildx imagetools inspect` shows them.
FROM node:24-bookworm-slim AS node

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates git libstdc++6 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /data --no-create-home batches \
 && install -d -o batches -g batches -m 0700 /data
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY dist /app
COPY LICENSE /app/LICENSE
ENV HOST=0.0.0.0 PORT=8081 JOURNAL=/data/journal.sqlite LOG_FORMAT=json
USER batches
WORKDIR /data
VOLUME /data
EXPOSE 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 8081) + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/index.js"]
CMD ["serve"]
