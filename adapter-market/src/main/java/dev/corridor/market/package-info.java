/**
 * Rate sources: the operator, a simulation, the European Central Bank, and any JSON ticker API. They parse prices; plausibility is checked
 * elsewhere.
 */
package dev.corridor.market;
