package ronda.paper.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a file says about itself: title, author, date, and that it is PDF/A-3U and PDF/UA-1. Written
 * here and not by the renderer, which dates a file by the machine's clock.
 */
record Imprint(Sheet sheet) {
  static Imprint of(Sheet sheet) {
    return new Imprint(sheet);
  }

  void on(PDDocument file) throws IOException {
    PDDocumentInformation about = new PDDocumentInformation();
    GregorianCalendar written = GregorianCalendar.from(sheet.writtenAt().atZone(ZoneOffset.UTC));
    written.setTimeZone(TimeZone.getTimeZone("UTC"));
    about.setTitle(Letters.printable(sheet.title()));
    about.setAuthor(Letters.printable(sheet.author()));
    about.setProducer("Ronda");
    about.setCreationDate(written);
    about.setModificationDate(written);
    file.setDocumentInformation(about);
    PDMetadata metadata = new PDMetadata(file);
    metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
    metadata.getCOSObject().removeItem(COSName.FILTER);
    file.getDocumentCatalog().setMetadata(metadata);
    file.setDocumentId(sheet.writtenAt().toEpochMilli());
  }

  private String xmp() {
    String written =
        DateTimeFormatter.ISO_INSTANT.format(sheet.writtenAt().truncatedTo(ChronoUnit.SECONDS));
    return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
         xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
        <pdf:Producer>Ronda</pdf:Producer>
        <xmp:CreateDate>%s</xmp:CreateDate>
        <xmp:ModifyDate>%s</xmp:ModifyDate>
        <pdfaid:part>3</pdfaid:part>
        <pdfaid:conformance>U</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        %s\
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """
        .formatted(
            escaped(sheet.title()),
            escaped(sheet.author()),
            escaped(sheet.language().toLanguageTag()),
            written,
            written,
            OF_PDF_UA);
  }

  /** PDF/A knows no words of other standards unless they are described: ISO 19005-3, 6.6.2.3. */
  private static final String OF_PDF_UA =
      """
      <rdf:Description rdf:about=""
       xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
       xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
       xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>which part of ISO 14289 the file follows</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      """;

  private static String escaped(String text) {
    return Letters.printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
