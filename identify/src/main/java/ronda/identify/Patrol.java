package ronda.identify;

/** Sketch. */
public final class Patrol {}
