package ronda.server.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This door is for every person who is signed in, whatever the role; programs do not enter. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyOfficer {
  /** Why no permission is asked for. */
  String value();
}
