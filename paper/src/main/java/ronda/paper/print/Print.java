package ronda.paper.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints a sheet as PDF (cetak): A4, tagged (PDF/UA-1) and for the archive (PDF/A-3U), its fonts
 * within. It reads nothing but the sheet: no address, no file. The same sheet gives the same bytes.
 */
public final class Print {
  private static final String FONT = "paper";

  /** Nothing is left to stand for it: {@link Legible} reads what the font lacks. */
  private static final String NO_LETTER = "?";

  static {
    XRLog.setLoggingEnabled(false); // It tells how long each style sheet took.
  }

  private Print() {}

  /**
   * The sheet as a PDF.
   *
   * @throws UncheckedIOException if memory or the fonts of this program cannot be read
   */
  public static byte[] pdf(Sheet sheet) {
    try (PDDocument file = new PDDocument();
        PdfBoxRenderer renderer = renderer(sheet, file)) {
      renderer.createPDFWithoutClosing();
      Imprint.of(sheet).on(file);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "the sheet '" + sheet.title() + "' was not printed", impossible);
    }
  }

  /**
   * What stands at the foot of the sheet about letters that the font lacks: the mark, how they are
   * read, and their code points. Empty if it lacks none.
   */
  public static List<String> notes(Sheet sheet) {
    return Markup.notes(sheet);
  }

  private static PdfBoxRenderer renderer(Sheet sheet, PDDocument file) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(file);
    builder.withW3cDocument(Markup.of(sheet), "");
    builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(() -> font("Regular"), FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), FONT, 700, FontStyle.NORMAL, true);
    builder.useReplacementText(NO_LETTER);
    builder.withDiagnosticConsumer(diagnostic -> {});
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl(Print::mayRead, when);
    }
    return builder.buildPdfRenderer();
  }

  /** Pictures lie within the sheet. Everything else would be a file or an address: never. */
  private static boolean mayRead(String address, ExternalResourceType kind) {
    return kind == ExternalResourceType.IMAGE_RASTER && address.startsWith(Markup.PNG);
  }

  private static InputStream font(String weight) {
    return new ByteArrayInputStream(resource("LiberationSans-" + weight + ".ttf"));
  }

  /** A file that lies beside this class. */
  static byte[] resource(String name) {
    try (InputStream stream = Print.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its own file " + name);
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("the program's own file " + name + " cannot be read", broken);
    }
  }
}
