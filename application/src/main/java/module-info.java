/** The use cases of a payments backend and the ports they need: plain Java over the domain, without a framework. */
module dev.corridor.application {
    requires transitive dev.corridor.domain;
}
