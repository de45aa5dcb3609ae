// The typeface: Inter where it is installed, otherwise the nearest that is. Nothing is bundled.
#pragma once

namespace frontsheet {

// Sets the application's font families, most wanted first. Call once, after QGuiApplication exists, before any QML.
void useFrontsheetFonts();

} // namespace frontsheet
