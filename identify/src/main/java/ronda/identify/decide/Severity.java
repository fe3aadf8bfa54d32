package ronda.identify.decide;

/**
 * How soon a person should look, from least to most (tingkat). Their order is stored: a further one
 * would move what is kept of the others.
 */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  URGENT
}
