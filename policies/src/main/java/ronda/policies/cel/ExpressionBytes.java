package ronda.policies.cel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import ronda.policies.cel.Expression.Both;
import ronda.policies.cel.Expression.Choice;
import ronda.policies.cel.Expression.Compared;
import ronda.policies.cel.Expression.Comparison;
import ronda.policies.cel.Expression.Count;
import ronda.policies.cel.Expression.Either;
import ronda.policies.cel.Expression.Named;
import ronda.policies.cel.Expression.Negative;
import ronda.policies.cel.Expression.Not;
import ronda.policies.cel.Expression.Number;
import ronda.policies.cel.Expression.Reckoned;
import ronda.policies.cel.Expression.Reckoning;
import ronda.policies.cel.Expression.Truth;

/** An expression as bytes: what it is, then its parts. */
final class ExpressionBytes {
  /** Deeper than any expression of {@link Cel#LONGEST} code points can be. */
  private static final int DEEPEST = 2_500;

  private ExpressionBytes() {}

  static void write(Expression expression, DataOutputStream out) throws IOException {
    switch (expression) {
      case Named(String word) -> {
        out.writeByte('w');
        out.writeUTF(word);
      }
      case Truth(boolean value) -> out.writeByte(value ? 't' : 'f');
      case Count(long value) -> {
        out.writeByte('c');
        out.writeLong(value);
      }
      case Number(double value) -> {
        out.writeByte('n');
        out.writeDouble(value);
      }
      case Not not -> out.writeByte('!');
      case Negative negative -> out.writeByte('-');
      case Both both -> out.writeByte('&');
      case Either either -> out.writeByte('|');
      case Choice choice -> out.writeByte('?');
      case Compared compared -> {
        out.writeByte('=');
        out.writeByte(compared.how().ordinal());
      }
      case Reckoned reckoned -> {
        out.writeByte('+');
        out.writeByte(reckoned.how().ordinal());
      }
    }
    for (Expression part : expression.parts()) {
      write(part, out);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is no expression
   */
  static Expression read(DataInputStream in) throws IOException {
    return read(in, 0);
  }

  private static Expression read(DataInputStream in, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("an expression without a bottom");
    }
    int next = depth + 1;
    byte what = in.readByte();
    return switch (what) {
      case 'w' -> new Named(in.readUTF());
      case 't' -> new Truth(true);
      case 'f' -> new Truth(false);
      case 'c' -> new Count(in.readLong());
      case 'n' -> new Number(in.readDouble());
      case '!' -> new Not(read(in, next));
      case '-' -> new Negative(read(in, next));
      case '&' -> new Both(read(in, next), read(in, next));
      case '|' -> new Either(read(in, next), read(in, next));
      case '?' -> new Choice(read(in, next), read(in, next), read(in, next));
      case '=' -> new Compared(one(Comparison.values(), in), read(in, next), read(in, next));
      case '+' -> new Reckoned(one(Reckoning.values(), in), read(in, next), read(in, next));
      default -> throw new IOException("no expression begins with " + what);
    };
  }

  private static <T> T one(T[] values, DataInputStream in) throws IOException {
    int place = in.readUnsignedByte();
    if (place >= values.length) {
      throw new IOException("there is no number " + place + " of " + values.length);
    }
    return values[place];
  }
}
