package ronda.identify.decide;

/** How soon a person should look, from least to most (tingkat). */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  URGENT
}
