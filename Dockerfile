# Builds the jar, unpacks it and notes what a start needs; the image that runs holds no build tools.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN mvn -q -B -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/vitrine.jar extract --destination /app

FROM eclipse-temurin:25-jre
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
