package ronda.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * A sheet before the validator that archives use (veraPDF): it can be read in thirty years
 * (PDF/A-3U), and by those who cannot see (PDF/UA-1).
 */
public final class LastingPdf {
  private LastingPdf() {}

  public static void assertLasting(byte[] pdf) {
    assertThat(faults(PDFAFlavour.PDFA_3_U, pdf)).as("PDF/A-3U").isEmpty();
    assertThat(faults(PDFAFlavour.PDFUA_1, pdf)).as("PDF/UA-1").isEmpty();
  }

  /** What the file lacks to be of this standard, each rule once. */
  static List<String> faults(PDFAFlavour standard, byte[] pdf) {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(standard, 100, false, false, false)) {
      var result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).as("something was looked at").isPositive();
      return result.getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
          .distinct()
          .toList();
    } catch (IOException | VeraPDFException broken) {
      throw new AssertionError("the sheet cannot be looked at", broken);
    }
  }
}
