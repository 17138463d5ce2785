package dev.corridor.architecture.canary.disorderly.persistence;

import dev.corridor.architecture.canary.disorderly.chain.EvmChain;

record AdapterThatKnowsAnother(EvmChain chain) {}
