# Builds the jar, unpacks it and notes what a start needs; the image that runs holds no build tools.
FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
RUN mvn -q -B -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/vitrine.jar extract --destination /app

FROM eclipse-temurin:25-jre
# A font, without which e-mails have no pictures.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
ENV JAVA_FLAGS="--enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xmx512m"
COPY --from=build /app /app
# The cache must be made by the very Java that reads it.
RUN java $JAVA_FLAGS -XX:AOTCacheOutput=/app/vitrine.aot -jar /app/vitrine.jar train --data /tmp/train \
 && rm -rf /tmp/train \
 && useradd --system --home-dir /data --create-home vitrine
USER vitrine
WORKDIR /data
VOLUME /data
EXPOSE 8050
# Inside a container the network is the container's own.
ENV SERVER_ADDRESS=0.0.0.0
ENTRYPOINT ["sh", "-c", "exec java $JAVA_FLAGS -XX:AOTCache=/app/vitrine.aot -jar /app/vitrine.jar \"$@\"", "vitrine"]
CMD ["serve", "--data", "/data"]
