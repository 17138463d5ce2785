# Builds Corridor from its sources, and makes an image of the distribution: docker build -t corridor .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /corridor
COPY . .
RUN ./mvnw --batch-mode -q -DskipTests -pl service -am package \
 && mkdir /distribution \
 && tar -xzf service/target/corridor-*.tar.gz -C /distribution --strip-components=1

FROM eclipse-temurin:25-jdk
RUN useradd --system --create-home --home-dir /var/lib/corridor corridor
COPY --from=build /distribution /opt/corridor
WORKDIR /var/lib/corridor
USER corridor
ENV CORRIDOR_DATA_DIR=/var/lib/corridor/data
VOLUME /var/lib/corridor/data
EXPOSE 8080
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s CMD ["curl", "--fail", "--silent", "http://localhost:8080/health/readiness"]
ENTRYPOINT ["/opt/corridor/corridor"]
CMD ["serve"]
