// Where a photo was taken stays with whoever took it.
#include "core/domain/image_metadata.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

Bytes segment(char marker, const Bytes& payload) {
    const auto length = payload.size() + 2;
    return Bytes{'\xFF', marker} + Bytes{static_cast<char>(length >> 8), static_cast<char>(length & 0xFF)} + payload;
}

const Bytes kStart{"\xFF\xD8", 2};
const Bytes kEnd{"\xFF\xD9", 2};
const Bytes kJfif = segment('\xE0', Bytes{"JFIF\0\1\2\1\0\x48\0\x48\0\0", 14});
const Bytes kTables = segment('\xDB', Bytes(65, '\x10'));
const Bytes kFrame = segment('\xC0', Bytes{"\x08\x01\x40\x02\x80\x01\x01\x11\x00", 9}); // 640 by 320
// Coded data with a stuffed FF and a restart marker in it, which are none of its end.
const Bytes kScan = segment('\xDA', Bytes{"\x01\x01\x00\x00\x3F\x00", 6}) + Bytes{"\x12\xFF\x00\x34\xFF\xD0\x56", 7};

Bytes exif(std::uint8_t way, bool little, const Bytes& secret) {
    Bytes tiff = little
                     ? Bytes{"II\x2A\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0", 18} + Bytes{static_cast<char>(way), 0, 0, 0}
                     : Bytes{"MM\0\x2A\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1", 18} + Bytes{0, static_cast<char>(way), 0, 0};
    return segment('\xE1', Bytes{"Exif\0\0", 6} + tiff + Bytes(4, '\0') + secret);
}

Bytes cleaned(const Bytes& file, MediaType media = MediaType::Jpeg) {
    auto out = withoutMetadata(file, media);
    return out ? *out : Bytes{"refused"};
}

TEST(ImageMetadata, APlainPictureStaysAsItIs) {
    const Bytes file = kStart + kJfif + kTables + kFrame + kScan + kEnd;
    EXPECT_EQ(cleaned(file), file);
    EXPECT_EQ(pixelSizeOf(file, MediaType::Jpeg), (PixelSize{640, 320}));
}

TEST(ImageMetadata, WhereItWasTakenAndWithWhatGoes) {
    const Bytes place = "51.5007 N 0.1246 W";
    const Bytes file = kStart + kJfif + exif(1, true, place) + segment('\xE1', "http://ns.adobe.com/xap/1.0/" + place) +
                       segment('\xED', "Photoshop " + place) + segment('\xFE', "a comment " + place) +
                       segment('\xE2', "MPF " + place) + kTables + kFrame + kScan + kEnd + "a film behind it " + place;
    EXPECT_EQ(cleaned(file), kStart + kJfif + kTables + kFrame + kScan + kEnd);
}

TEST(ImageMetadata, WhatIsNeededToDecodeStays) {
    const Bytes colours = segment('\xE2', Bytes{"ICC_PROFILE\0\1\1profile", 21});
    const Bytes adobe = segment('\xEE', Bytes{"Adobe\0\x64\0\0\0\0\1", 12});
    const Bytes file = kStart + kJfif + colours + adobe + kTables + kFrame + kScan + kEnd;
    EXPECT_EQ(cleaned(file), file);
    const Bytes progressive = kStart + kTables + kFrame + kScan + segment('\xC4', "tables") + kScan + kEnd;
    EXPECT_EQ(cleaned(progressive), progressive) << "several scans";
}

TEST(ImageMetadata, APictureTakenSidewaysStaysTheRightWayUp) {
    for (const bool little : {true, false}) {
        const auto out = cleaned(kStart + exif(6, little, "secret place") + kTables + kFrame + kScan + kEnd);
        EXPECT_EQ(out.find("secret"), Bytes::npos);
        EXPECT_EQ(out, kStart + exif(6, false, "") + kTables + kFrame + kScan + kEnd);
        EXPECT_EQ(cleaned(out), out) << "and once more it says the same";
    }
    for (const std::uint8_t nonsense : std::initializer_list<std::uint8_t>{0, 9, 255}) {
        EXPECT_EQ(cleaned(kStart + exif(nonsense, true, "") + kTables + kFrame + kScan + kEnd),
                  kStart + kTables + kFrame + kScan + kEnd);
    }
}

TEST(ImageMetadata, ASmallCopyInTheHeaderGoes) {
    const Bytes thumbnail = segment('\xE0', Bytes{"JFIF\0\1\2\1\0\x48\0\x48\2\1abcdef", 20});
    EXPECT_EQ(cleaned(kStart + thumbnail + kTables + kFrame + kScan + kEnd),
              kStart + kJfif + kTables + kFrame + kScan + kEnd);
}

TEST(ImageMetadata, WhatHasNoStructureIsRefused) {
    const Bytes file = kStart + kJfif + kTables + kFrame + kScan + kEnd;
    for (std::size_t cut = 0; cut < file.size(); ++cut) {
        EXPECT_FALSE(withoutMetadata(file.substr(0, cut), MediaType::Jpeg)) << cut;
    }
    EXPECT_FALSE(withoutMetadata(kStart + kEnd, MediaType::Jpeg));
    EXPECT_FALSE(withoutMetadata(kStart + Bytes{"\xFF\xE1\0\1", 4} + kScan + kEnd, MediaType::Jpeg))
        << "a length below two";
}

Bytes chunk(const Bytes& type, const Bytes& data) {
    return Bytes{0, 0, 0, static_cast<char>(data.size())} + type + data + "CRC4";
}
const Bytes kPng{"\x89PNG\r\n\x1A\n", 8};
const Bytes kHeader = chunk("IHDR", Bytes{"\0\0\2\0\0\0\1\0\x08\x02\0\0\0", 13}); // 512 by 256

TEST(ImageMetadata, APngKeepsWhatDecodesItAndPlacesIt) {
    const Bytes file = kPng + kHeader + chunk("eXIf", "place") + chunk("pHYs", "nine byte") + chunk("tEXt", "place") +
                       chunk("iTXt", "place") + chunk("tIME", "when") + chunk("IDAT", "pixels") + chunk("IEND", "") +
                       "behind";
    const auto out = cleaned(file, MediaType::Png);
    EXPECT_EQ(out, kPng + kHeader + chunk("pHYs", "nine byte") + chunk("IDAT", "pixels") + chunk("IEND", ""));
    EXPECT_EQ(pixelSizeOf(file, MediaType::Png), (PixelSize{512, 256}));
    EXPECT_FALSE(withoutMetadata(kPng + kHeader + chunk("IDAT", "pixels"), MediaType::Png));
    EXPECT_FALSE(withoutMetadata(kPng + Bytes{"\xFF\xFF\xFF\xFFIHDR", 8}, MediaType::Png));
    // Bytes of a text that stands where the header belongs are no width and no height, before cleaning or after it.
    const auto textFirst =
        kPng + chunk("tEXt", Bytes("Comment\0SMITH, John", 19)) + kHeader + chunk("IDAT", "pixels") + chunk("IEND", "");
    EXPECT_FALSE(withoutMetadata(textFirst, MediaType::Png));
    EXPECT_EQ(pixelSizeOf(textFirst, MediaType::Png), std::nullopt);
}

TEST(ImageMetadata, AHeaderThatSaysNothingSensibleSaysNothing) {
    EXPECT_EQ(pixelSizeOf(kPng + chunk("IHDR", Bytes(13, '\xFF')), MediaType::Png), std::nullopt);
    EXPECT_EQ(pixelSizeOf(kPng + chunk("IHDR", Bytes(13, '\0')), MediaType::Png), std::nullopt);
    EXPECT_EQ(pixelSizeOf("%PDF-1.7", MediaType::Pdf), std::nullopt);
    EXPECT_EQ(pixelSizeOf(kStart + kTables + kScan, MediaType::Jpeg), std::nullopt);
    EXPECT_EQ(pixelSizeOf("", MediaType::Png), std::nullopt);
}

} // namespace
} // namespace frontsheet
