// frontsheet: the app. Options, composition, window; see app/frontsheet/README.md.
#include "app/device/arguments.h"
#include "app/device/device_program.h"
#include "app/frontsheet/device_desk.h"
#include "app/frontsheet/language.h"
#include "app/frontsheet/screen_tour.h"
#include "core/store/closed_profile.h"
#include "core/store/device_store.h"
#include "platform/given_back.h"
#if defined(FRONTSHEET_FAULTS)
#include "app/frontsheet/hands.h"
#endif

#include <QCommandLineParser>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QUrl>

#include <array>
#include <cstdio>
#include <optional>

#include "qml/theme/fonts.h"

namespace frontsheet {
namespace {

enum class ExitCode : int { Done = 0, Failed = 1, NotUnderstood = 2 };

struct Options {
    QString profile;
    Look look;
    QString screens;
    std::string passphrase;
    QString person;
    QString question;
    QString unlockHint;
    bool led = false;
};

int leave(ExitCode code, const QString& words) {
    std::fprintf(stderr, "frontsheet: %s\n", qUtf8Printable(words));
    return static_cast<int>(code);
}

// The first line of a file, or of a descriptor as "fd:3".
Result<std::string> passphraseFrom(const QString& file) {
    static constexpr std::array kOption{
        device::Option{"--passphrase-file", device::Option::Kind::Value, device::Option::Need::Required, ""}};
    const std::array<std::string, 2> words{"--passphrase-file", file.toStdString()};
    FS_ASSIGN(const auto arguments, device::Arguments::parse(words, kOption));
    return arguments.secret("--passphrase-file");
}

std::optional<Options> read(const QCommandLineParser& parser, QString& fault) {
    Options options;
    options.profile = parser.value(QStringLiteral("profile"));
    if (options.profile.isEmpty()) {
        options.profile = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    const QString form = parser.value(QStringLiteral("form"));
    if (form != QLatin1String("tablet") && form != QLatin1String("laptop")) {
        fault = QStringLiteral("--form is tablet or laptop");
        return std::nullopt;
    }
    bool isNumber = false;
    const double scale = parser.value(QStringLiteral("text-scale")).toDouble(&isNumber);
    if (!isNumber || scale < 1 || scale > 2) {
        fault = QStringLiteral("--text-scale is a number from 1 to 2");
        return std::nullopt;
    }
    options.look = {form == QLatin1String("tablet") ? Form::Tablet : Form::Laptop, parser.isSet(QStringLiteral("dark")),
                    scale};
    options.screens = parser.value(QStringLiteral("screens"));
    options.person = parser.value(QStringLiteral("person"));
    options.unlockHint = parser.value(QStringLiteral("unlock-hint"));
    options.question = parser.value(QStringLiteral("question"));
    options.led = parser.isSet(QStringLiteral("led"));
#if !defined(FRONTSHEET_FAULTS)
    if (options.led) {
        fault = QStringLiteral("--led is for builds that tell stories, not for this one");
        return std::nullopt;
    }
#endif
    if (const QString file = parser.value(QStringLiteral("passphrase-file")); !file.isEmpty()) {
        auto secret = passphraseFrom(file);
        if (!secret) {
            fault = QStringLiteral("--passphrase-file: %1").arg(QString::fromStdString(describe(secret.error())));
            return std::nullopt;
        }
        options.passphrase = std::move(*secret);
    }
    if (!options.screens.isEmpty() && options.passphrase.empty()) {
        fault = QStringLiteral("--screens needs --passphrase-file");
        return std::nullopt;
    }
    return options;
}

int open(const Options& options) {
    const auto closed = closed_profile::read(options.profile.toStdString());
    if (!DeviceStore::isIn(options.profile.toStdString()) && (!closed || !*closed)) {
        return leave(ExitCode::Failed,
                     QStringLiteral("no profile in %1. Enrol this device first: frontsheet-device enrol --help")
                         .arg(options.profile));
    }
    const SystemClock clock;
    DeviceDoor door(options.profile.toStdString());
    UiDispatcher ui;
    BackgroundExecutor executor;
    AppModel app({door, executor, ui, clock, Wording{QLocale(), QTimeZone::systemTimeZone(), clock}, QString{},
                  options.look.form});
    QObject::connect(&app, &AppModel::ringing, &app, [](const QString& number) {
        QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + QString(number).remove(QLatin1Char(' '))));
    });
    app.setUnlockHint(options.unlockHint);
    ShellWindow shell(app, options.look);
    if (shell.window() == nullptr) {
        return leave(ExitCode::Failed, QStringLiteral("the window could not be made; this installation is incomplete"));
    }
    if (!options.screens.isEmpty()) {
        const auto written = tourScreens(shell, app, executor,
                                         {options.screens, QString::fromStdString(options.passphrase), options.person,
                                          options.question, options.look.textScale});
        if (!written) {
            return leave(ExitCode::Failed, QString::fromStdString(describe(written.error())));
        }
        std::printf("%lld pictures in %s\n", static_cast<long long>(written->size()), qUtf8Printable(options.screens));
        return static_cast<int>(ExitCode::Done);
    }
    shell.window()->resize(options.look.form == Form::Tablet ? QSize(1280, 800) : QSize(1440, 900));
    if (!options.passphrase.empty()) {
        app.unlock(QString::fromStdString(options.passphrase));
    }
#if defined(FRONTSHEET_FAULTS)
    std::optional<Hands> hands;
    if (options.led) {
        shell.theme()->setProperty("reducedMotion", true);
        hands.emplace(*shell.window());
    }
#endif
    return QGuiApplication::exec();
}

} // namespace
} // namespace frontsheet

int main(int argc, char** argv) {
    using namespace frontsheet;
    // "frontsheet dump --canonical ...": the device's verbs, without a window and without needing a screen.
    if (argc > 1 && device::isDeviceVerb(argv[1])) {
        return device::runDeviceProgram({argv + 1, argv + argc});
    }
    giveBackMemory();
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frontsheet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FRONTSHEET_VERSION));
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    useFrontsheetFonts();
    useLanguage(application, QLocale());

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Frontsheet: one front sheet per person, for care teams of several agencies, with or without signal."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("profile"), QStringLiteral("the enrolled device's folder (default: the user's data folder)"),
         QStringLiteral("DIR")},
        {QStringLiteral("form"), QStringLiteral("tablet (touch) or laptop"), QStringLiteral("FORM"),
         QStringLiteral("laptop")},
        {QStringLiteral("dark"), QStringLiteral("dark colours")},
        {QStringLiteral("text-scale"), QStringLiteral("size of text, 1 to 2"), QStringLiteral("N"),
         QStringLiteral("1")},
        {QStringLiteral("passphrase-file"),
         QStringLiteral("opens with the first line of this file, or of a descriptor as fd:3"), QStringLiteral("FILE")},
        {QStringLiteral("unlock-hint"), QStringLiteral("a sentence under the passphrase, for demos and training"),
         QStringLiteral("WORDS")},
        {QStringLiteral("screens"),
         QStringLiteral("writes a picture of each page there and leaves; needs --passphrase-file"),
         QStringLiteral("DIR")},
        {QStringLiteral("led"), QStringLiteral("for stories: does what standard input says (app/frontsheet/hands.h)")},
        {QStringLiteral("person"), QStringLiteral("whom the pictures show, by name; default: whom most agencies know"),
         QStringLiteral("NAME")},
        {QStringLiteral("question"), QStringLiteral("what the pictures ask on Who to ring"), QStringLiteral("WORDS"),
         QStringLiteral("fallen, lives alone")},
    });
    if (!parser.parse(QCoreApplication::arguments())) {
        return leave(ExitCode::NotUnderstood, parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help"))) {
        std::printf("%s", qUtf8Printable(parser.helpText()));
        return static_cast<int>(ExitCode::Done);
    }
    if (parser.isSet(QStringLiteral("version"))) {
        std::printf("frontsheet %s\n", FRONTSHEET_VERSION);
        return static_cast<int>(ExitCode::Done);
    }
    QString fault;
    const auto options = read(parser, fault);
    if (!options || !parser.positionalArguments().isEmpty()) {
        return leave(ExitCode::NotUnderstood,
                     fault.isEmpty() ? QStringLiteral("takes no words besides its options; see --help") : fault);
    }
    return open(*options);
}
