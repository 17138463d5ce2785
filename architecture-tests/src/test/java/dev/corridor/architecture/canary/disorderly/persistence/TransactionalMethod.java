package dev.corridor.architecture.canary.disorderly.persistence;

import jakarta.transaction.Transactional;

class TransactionalMethod {

    @Transactional
    void save() {}
}
