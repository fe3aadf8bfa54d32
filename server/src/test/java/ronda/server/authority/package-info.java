@org.jspecify.annotations.NullMarked
package ronda.server.authority;
