/** Finds phones, accounts, links, bank and wallet numbers, QRIS merchants. */
@NullMarked
package ronda.identify.entity;

import org.jspecify.annotations.NullMarked;
