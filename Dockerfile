# One process, one folder of data: docker run -p 8080:8080 -v bot-data:/data IMAGE
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    BOT_HOST=0.0.0.0 \
    BOT_PORT=8080 \
    BOT_DATA_DIR=/data

RUN useradd --system --uid 10001 --no-create-home bot && install -d -o bot -m 700 /data
WORKDIR /app

COPY requirements.run.lock ./
RUN pip install --quiet --no-cache-dir --root-user-action ignore \
        --require-hashes --no-deps --requirement requirements.run.lock

COPY LICENSE NOTICE ./
COPY content content
COPY handlers handlers
COPY storage storage
COPY bot bot
RUN python -m compileall -q content handlers storage bot

USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['BOT_PORT'] + '/healthz', timeout=4)"]
CMD ["python", "-m", "bot", "serve"]
