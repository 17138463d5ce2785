package dev.corridor.architecture.canary.disorderly.persistence;

import jakarta.transaction.Transactional;

@Transactional
class TransactionalClass {}
