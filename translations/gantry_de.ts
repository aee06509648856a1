<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>cloud</name>
    <message>
        <source>Check MUX_TOKEN_ID and MUX_TOKEN_SECRET: a token with permission to read Mux Data, in a plan that includes monitoring.</source>
        <translation>MUX_TOKEN_ID und MUX_TOKEN_SECRET prüfen: nötig ist ein Token mit Leserecht für Mux Data, in einem Tarif mit Monitoring.</translation>
    </message>
    <message>
        <source>Too many requests to Mux. Gantry asks less often by itself.</source>
        <translation>Zu viele Anfragen an Mux. Gantry fragt von selbst seltener ab.</translation>
    </message>
    <message>
        <source>A fault at Mux. Gantry keeps asking.</source>
        <translation>Störung bei Mux. Gantry fragt weiter ab.</translation>
    </message>
    <message>
        <source>The provider did not accept the request as it was written.</source>
        <translation>Der Anbieter hat die Anfrage in dieser Form nicht angenommen.</translation>
    </message>
    <message>
        <source>read the audience figures</source>
        <translation>Zuschauerzahlen lesen</translation>
    </message>
    <message>
        <source>a list of points</source>
        <translation>eine Liste von Punkten</translation>
    </message>
    <message>
        <source>a date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>a number of viewers</source>
        <translation>eine Zuschauerzahl</translation>
    </message>
    <message>
        <source>a share between 0 and 1</source>
        <translation>ein Anteil zwischen 0 und 1</translation>
    </message>
    <message>
        <source>share of viewing time spent rebuffering (Mux)</source>
        <translation>Anteil des Nachladens an der Sehdauer (Mux)</translation>
    </message>
    <message>
        <source>A filter is written dimension:value, with one of: %1.</source>
        <translation>Ein Filter wird als Dimension:Wert geschrieben, mit einer von: %1.</translation>
    </message>
    <message>
        <source>A region such as eu-west-1 is needed.</source>
        <translation>Eine Region wie eu-west-1 ist nötig.</translation>
    </message>
    <message>
        <source>The channel's id is needed: the number at the end of its ARN.</source>
        <translation>Die ID des Kanals ist nötig: die Zahl am Ende seiner ARN.</translation>
    </message>
    <message>
        <source>read setting "%1"</source>
        <translation>Einstellung "%1" lesen</translation>
    </message>
    <message>
        <source>This setting is needed.</source>
        <translation>Diese Einstellung ist nötig.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Diese Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>start the channel</source>
        <translation>Kanal starten</translation>
    </message>
    <message>
        <source>stop the channel</source>
        <translation>Kanal stoppen</translation>
    </message>
    <message>
        <source>switch to input %1</source>
        <translation>Umschalten auf Eingang %1</translation>
    </message>
    <message>
        <source>Name the input to switch to.</source>
        <translation>Eingang angeben, auf den umgeschaltet werden soll.</translation>
    </message>
    <message>
        <source>read the channel's state</source>
        <translation>Zustand des Kanals lesen</translation>
    </message>
    <message>
        <source>read the channel's alerts</source>
        <translation>Warnungen des Kanals lesen</translation>
    </message>
    <message>
        <source>The channel's alerts cannot be read: %1</source>
        <translation>Die Warnungen des Kanals sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>the state of a channel</source>
        <translation>der Zustand eines Kanals</translation>
    </message>
    <message>
        <source>a small number</source>
        <translation>eine kleine Zahl</translation>
    </message>
    <message>
        <source>alerts with an id</source>
        <translation>Warnungen mit einer ID</translation>
    </message>
    <message>
        <source>Set this computer's clock: it and the provider's differ too much.</source>
        <translation>Uhr dieses Rechners stellen: sie weicht zu stark von der des Anbieters ab.</translation>
    </message>
    <message>
        <source>Set this computer's clock: it is %1 s ahead of the provider's.</source>
        <translation>Uhr dieses Rechners stellen: sie geht gegenüber der des Anbieters %1 s vor.</translation>
    </message>
    <message>
        <source>Set this computer's clock: it is %1 s behind the provider's.</source>
        <translation>Uhr dieses Rechners stellen: sie geht gegenüber der des Anbieters %1 s nach.</translation>
    </message>
    <message>
        <source>The temporary credentials have expired: get new ones.</source>
        <translation>Die temporären Zugangsdaten sind abgelaufen: neue beschaffen.</translation>
    </message>
    <message>
        <source>The provider does not know this access key: check AWS_ACCESS_KEY_ID.</source>
        <translation>Der Anbieter kennt diesen Zugangsschlüssel nicht: AWS_ACCESS_KEY_ID prüfen.</translation>
    </message>
    <message>
        <source>The secret does not belong to the access key: check AWS_SECRET_ACCESS_KEY.</source>
        <translation>Das Geheimnis gehört nicht zum Zugangsschlüssel: AWS_SECRET_ACCESS_KEY prüfen.</translation>
    </message>
    <message>
        <source>Too many requests in this account. Gantry asks less often by itself; other tools may have to do the same.</source>
        <translation>Zu viele Anfragen in diesem Konto. Gantry fragt von selbst seltener ab; andere Werkzeuge müssen das eventuell auch.</translation>
    </message>
    <message>
        <source>It is not in a state that allows this. Look at its state first.</source>
        <translation>Der Zustand lässt das nicht zu. Zuerst den Zustand prüfen.</translation>
    </message>
    <message>
        <source>A fault at the provider. Look at the state before repeating a command.</source>
        <translation>Störung beim Anbieter. Vor dem Wiederholen eines Befehls den Zustand prüfen.</translation>
    </message>
    <message>
        <source>No answer in time. A command may have been executed: look before sending it again.</source>
        <translation>Keine rechtzeitige Antwort. Ein Befehl wurde möglicherweise ausgeführt: vor erneutem Senden prüfen.</translation>
    </message>
    <message>
        <source>read credentials</source>
        <translation>Zugangsdaten lesen</translation>
    </message>
    <message>
        <source>Set %1 in the environment Gantry is started from.</source>
        <translation>%1 in der Umgebung setzen, aus der Gantry gestartet wird.</translation>
    </message>
    <message>
        <source>%1 holds a character that no such key has.</source>
        <translation>%1 enthält ein Zeichen, das in einem solchen Schlüssel nicht vorkommt.</translation>
    </message>
    <message>
        <source>read a secret</source>
        <translation>Geheimnis lesen</translation>
    </message>
    <message>
        <source>read a secret from the keychain</source>
        <translation>Geheimnis aus dem Schlüsselbund lesen</translation>
    </message>
    <message>
        <source>Store it in the desktop's keychain under service "gantry" with this name, or name an environment variable instead.</source>
        <translation>Im Schlüsselbund des Desktops unter dem Dienst "gantry" mit diesem Namen ablegen oder stattdessen eine Umgebungsvariable angeben.</translation>
    </message>
    <message>
        <source>The keychain cannot be read: unlock it, or name an environment variable instead.</source>
        <translation>Der Schlüsselbund ist nicht lesbar: entsperren oder stattdessen eine Umgebungsvariable angeben.</translation>
    </message>
    <message>
        <source>An address such as https://host or http://127.0.0.1:8080 is needed.</source>
        <translation>Eine Adresse wie https://host oder http://127.0.0.1:8080 ist nötig.</translation>
    </message>
    <message>
        <source>The address must not hold a user name, a password, a query or a fragment.</source>
        <translation>Die Adresse darf weder Benutzername noch Passwort, Query oder Fragment enthalten.</translation>
    </message>
    <message>
        <source>http is allowed for this machine only (127.0.0.1); use https.</source>
        <translation>http ist nur für diesen Rechner erlaubt (127.0.0.1); https verwenden.</translation>
    </message>
    <message>
        <source>The answer was not usable. Check that the address belongs to this provider.</source>
        <translation>Die Antwort war nicht brauchbar. Prüfen, ob die Adresse zu diesem Anbieter gehört.</translation>
    </message>
    <message>
        <source>Check the network connection and the address.</source>
        <translation>Netzwerkverbindung und Adresse prüfen.</translation>
    </message>
    <message>
        <source>The answer is larger than %1 bytes.</source>
        <translation>Die Antwort ist größer als %1 Byte.</translation>
    </message>
    <message>
        <source>The answer was not understood. If this stays, the provider has changed its interface: look for a newer version of Gantry.</source>
        <translation>Die Antwort wurde nicht verstanden. Bleibt das so, hat der Anbieter seine Schnittstelle geändert: nach einer neueren Gantry-Version suchen.</translation>
    </message>
    <message>
        <source>The answer is nested deeper than %1.</source>
        <translation>Die Antwort ist tiefer als %1 verschachtelt.</translation>
    </message>
    <message>
        <source>Not JSON at byte %1: %2</source>
        <translation>Kein JSON ab Byte %1: %2</translation>
    </message>
    <message>
        <source>JSON, but not an object.</source>
        <translation>JSON, aber kein Objekt.</translation>
    </message>
    <message>
        <source>%1: expected %2.</source>
        <translation>%1: erwartet: %2.</translation>
    </message>
    <message>
        <source>a short text</source>
        <translation>ein kurzer Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a list of at most %1</source>
        <translation>eine Liste mit höchstens %1 Einträgen</translation>
    </message>
    <message>
        <source>start the rehearsal cloud</source>
        <translation>Proben-Cloud starten</translation>
    </message>
    <message>
        <source>Another program may use this port: choose another one, or 0 for any.</source>
        <translation>Eventuell belegt ein anderes Programm diesen Port: einen anderen wählen, oder 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>read AWS profile</source>
        <translation>AWS-Profil lesen</translation>
    </message>
    <message>
        <source>The entry must hold the access key id, a space, and the secret access key.</source>
        <translation>Der Eintrag muss die Zugangsschlüssel-ID, ein Leerzeichen und den geheimen Zugangsschlüssel enthalten.</translation>
    </message>
    <message>
        <source>read an address</source>
        <translation>Adresse lesen</translation>
    </message>
    <message>
        <source>There is no such profile in %1.</source>
        <translation>Dieses Profil gibt es in %1 nicht.</translation>
    </message>
    <message>
        <source>Its source_profile leads round in a circle.</source>
        <translation>Sein source_profile führt im Kreis.</translation>
    </message>
    <message>
        <source>A role needs source_profile or credential_source = Environment.</source>
        <translation>Eine Rolle braucht source_profile oder credential_source = Environment.</translation>
    </message>
    <message>
        <source>There is no [sso-session %1].</source>
        <translation>[sso-session %1] gibt es nicht.</translation>
    </message>
    <message>
        <source>The profile needs %1.</source>
        <translation>Das Profil braucht %1.</translation>
    </message>
    <message>
        <source>The list has no end: the same page is offered again.</source>
        <translation>Die Liste hat kein Ende: dieselbe Seite wird erneut angeboten.</translation>
    </message>
    <message>
        <source>Check that the address belongs to this provider.</source>
        <translation>Prüfen, ob die Adresse zu diesem Anbieter gehört.</translation>
    </message>
    <message>
        <source>a sign-in of IAM Identity Center</source>
        <translation>eine Anmeldung von IAM Identity Center</translation>
    </message>
    <message>
        <source>The profile needs %1, role_arn or an sso_session.</source>
        <translation>Das Profil braucht %1, role_arn oder eine sso_session.</translation>
    </message>
    <message>
        <source>The role asks for an MFA code, and nobody can be asked here.</source>
        <translation>Die Rolle verlangt einen MFA-Code, und hier kann niemand gefragt werden.</translation>
    </message>
    <message>
        <source>Type the MFA code of %1 in the control window.</source>
        <translation>Den MFA-Code von %1 im Regiefenster eingeben.</translation>
    </message>
    <message>
        <source>MFA code of %1</source>
        <translation>MFA-Code von %1</translation>
    </message>
    <message>
        <source>to assume %1 (profile %2)</source>
        <translation>zum Annehmen von %1 (Profil %2)</translation>
    </message>
    <message>
        <source>The answer was not usable. Check that the address belongs to AWS.</source>
        <translation>Die Antwort war nicht brauchbar. Prüfen, ob die Adresse zu AWS gehört.</translation>
    </message>
    <message>
        <source>The code was not accepted: wait for the device's next one and type it.</source>
        <translation>Der Code wurde nicht angenommen: den nächsten des Geräts abwarten und eingeben.</translation>
    </message>
    <message>
        <source>Ask for sts:AssumeRole on the role, and for the role's trust in these keys.</source>
        <translation>sts:AssumeRole für die Rolle erbitten, und dass die Rolle diesen Schlüsseln vertraut.</translation>
    </message>
    <message>
        <source>Check role_arn, mfa_serial and the keys of the profile.</source>
        <translation>role_arn, mfa_serial und die Schlüssel des Profils prüfen.</translation>
    </message>
    <message>
        <source>assume an AWS role</source>
        <translation>AWS-Rolle annehmen</translation>
    </message>
    <message>
        <source>The ARN is of another region than "region" says.</source>
        <translation>Die ARN gehört zu einer anderen Region, als "region" angibt.</translation>
    </message>
    <message>
        <source>A name of letters, digits, - and _ is needed.</source>
        <translation>Ein Name aus Buchstaben, Ziffern, - und _ ist nötig.</translation>
    </message>
    <message>
        <source>The name of an S3 bucket is needed.</source>
        <translation>Der Name eines S3-Buckets ist nötig.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name ist nötig.</translation>
    </message>
    <message>
        <source>"off", or every how many seconds CloudWatch is asked: 10 to 300.</source>
        <translation>"off" oder der Abstand der CloudWatch-Abfragen in Sekunden: 10 bis 300.</translation>
    </message>
    <message>
        <source>An ARN such as arn:aws:%1:eu-west-1:123456789012:... is needed.</source>
        <translation>Eine ARN wie arn:aws:%1:eu-west-1:123456789012:... ist nötig.</translation>
    </message>
    <message>
        <source>Name a profile or a keychain entry, not both.</source>
        <translation>Ein Profil oder einen Eintrag im Schlüsselbund angeben, nicht beides.</translation>
    </message>
    <message>
        <source>temporary keys that expire</source>
        <translation>temporäre Schlüssel mit Ablaufzeit</translation>
    </message>
    <message>
        <source>use the sign-in of IAM Identity Center</source>
        <translation>Anmeldung von IAM Identity Center verwenden</translation>
    </message>
    <message>
        <source>Sign in with "aws sso login --profile %1"; Gantry sees it by itself.</source>
        <translation>Mit "aws sso login --profile %1" anmelden; Gantry bemerkt es von selbst.</translation>
    </message>
    <message>
        <source>Check sso_account_id and sso_role_name of the profile.</source>
        <translation>sso_account_id und sso_role_name des Profils prüfen.</translation>
    </message>
    <message>
        <source>an answer of the Security Token Service</source>
        <translation>eine Antwort des Security Token Service</translation>
    </message>
    <message>
        <source>who the keys belong to</source>
        <translation>wem die Schlüssel gehören</translation>
    </message>
    <message>
        <source>as many values as times</source>
        <translation>so viele Werte wie Zeitpunkte</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>one of the questions</source>
        <translation>eine der Fragen</translation>
    </message>
    <message>
        <source>read metrics</source>
        <translation>Messwerte lesen</translation>
    </message>
    <message>
        <source>one series a metric</source>
        <translation>eine Reihe je Messgröße</translation>
    </message>
    <message>
        <source>The application may not read these figures: give it the role Monitoring Reader on the resource.</source>
        <translation>Die Anwendung darf diese Messwerte nicht lesen: ihr an der Ressource die Rolle Monitoring Reader geben.</translation>
    </message>
    <message>
        <source>The profile's resource id is needed: /subscriptions/…/resourceGroups/…/providers/Microsoft.Cdn/profiles/…</source>
        <translation>Gebraucht wird die Ressourcen-ID des Profils: /subscriptions/…/resourceGroups/…/providers/Microsoft.Cdn/profiles/…</translation>
    </message>
    <message>
        <source>a list of resources</source>
        <translation>eine Liste von Ressourcen</translation>
    </message>
    <message>
        <source>read Azure's figures</source>
        <translation>Messwerte von Azure lesen</translation>
    </message>
    <message>
        <source>A project's id or number is needed, such as my-show-1.</source>
        <translation>Gebraucht wird ID oder Nummer eines Projekts, etwa my-show-1.</translation>
    </message>
    <message>
        <source>A location such as europe-west4 is needed.</source>
        <translation>Gebraucht wird ein Standort, etwa europe-west4.</translation>
    </message>
    <message>
        <source>The channel's id is needed: small letters, digits and hyphens.</source>
        <translation>Gebraucht wird die ID des Kanals: Kleinbuchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>The path of a file is needed.</source>
        <translation>Gebraucht wird der Pfad einer Datei.</translation>
    </message>
    <message>
        <source>A name is needed: letters, digits, hyphens, dots and underscores.</source>
        <translation>Gebraucht wird ein Name: Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche.</translation>
    </message>
    <message>
        <source>A user name without spaces and colons is needed.</source>
        <translation>Gebraucht wird ein Benutzername ohne Leerzeichen und Doppelpunkte.</translation>
    </message>
    <message>
        <source>The name of a path is needed, such as live/final.</source>
        <translation>Gebraucht wird der Name eines Pfads, etwa live/final.</translation>
    </message>
    <message>
        <source>Application and stream are needed, such as live/final.</source>
        <translation>Gebraucht werden Anwendung und Stream, etwa live/final.</translation>
    </message>
    <message>
        <source>Front Door's figures need it, here or in the variable %1.</source>
        <translation>Für die Messwerte von Front Door wird es gebraucht, hier oder in der Variablen %1.</translation>
    </message>
    <message>
        <source>cancel what is planned</source>
        <translation>Geplantes absagen</translation>
    </message>
    <message>
        <source>The service account may not do this: roles/livestream.viewer to look, roles/livestream.editor for commands, roles/monitoring.viewer for figures.</source>
        <translation>Das Dienstkonto darf das nicht: roles/livestream.viewer zum Ansehen, roles/livestream.editor für Befehle, roles/monitoring.viewer für Messwerte.</translation>
    </message>
    <message>
        <source>Check project, location and channel in the show file.</source>
        <translation>Projekt, Standort und Kanal in der Show-Datei prüfen.</translation>
    </message>
    <message>
        <source>Google Live Stream has no such command.</source>
        <translation>Google Live Stream hat keinen solchen Befehl.</translation>
    </message>
    <message>
        <source>Name what is to be cancelled.</source>
        <translation>Nennen, was abgesagt werden soll.</translation>
    </message>
    <message>
        <source>Google plans a switch at least 10 s ahead.</source>
        <translation>Google plant eine Umschaltung mindestens 10 s im Voraus.</translation>
    </message>
    <message>
        <source>read the inputs</source>
        <translation>Eingänge lesen</translation>
    </message>
    <message>
        <source>read what is planned</source>
        <translation>Geplantes lesen</translation>
    </message>
    <message>
        <source>follow an operation</source>
        <translation>einen Vorgang verfolgen</translation>
    </message>
    <message>
        <source>Switching by hand</source>
        <translation>Umschalten von Hand</translation>
    </message>
    <message>
        <source>Ends Google's automatic failover until it is set up again there.</source>
        <translation>Beendet Googles automatische Ersatzschaltung, bis sie dort neu eingerichtet wird.</translation>
    </message>
    <message>
        <source>the name of a channel</source>
        <translation>der Name eines Kanals</translation>
    </message>
    <message>
        <source>events with a name</source>
        <translation>Ereignisse mit einem Namen</translation>
    </message>
    <message>
        <source>the name of an operation</source>
        <translation>der Name eines Vorgangs</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>read the channel's figures</source>
        <translation>Messwerte des Kanals lesen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Cannot be read. %1 %2</source>
        <translation>Nicht lesbar. %1 %2</translation>
    </message>
    <message>
        <source>read the stream's state</source>
        <translation>Zustand des Streams lesen</translation>
    </message>
    <message>
        <source>disconnect who sends</source>
        <translation>Sender trennen</translation>
    </message>
    <message>
        <source>IVS has no command for this.</source>
        <translation>IVS hat dafür keinen Befehl.</translation>
    </message>
    <message>
        <source>read the stream's session</source>
        <translation>Sitzung des Streams lesen</translation>
    </message>
    <message>
        <source>the state of a stream</source>
        <translation>der Zustand eines Streams</translation>
    </message>
    <message>
        <source>Less arrives than the stream needs: look at the sender and its line.</source>
        <translation>Es kommt weniger an, als der Stream braucht: Sender und Leitung prüfen.</translation>
    </message>
    <message>
        <source>start the flow</source>
        <translation>Flow starten</translation>
    </message>
    <message>
        <source>stop the flow</source>
        <translation>Flow stoppen</translation>
    </message>
    <message>
        <source>prefer source %1</source>
        <translation>Quelle %1 bevorzugen</translation>
    </message>
    <message>
        <source>read a thumbnail</source>
        <translation>Vorschaubild lesen</translation>
    </message>
    <message>
        <source>read the flow's state</source>
        <translation>Zustand des Flows lesen</translation>
    </message>
    <message>
        <source>MediaConnect has no command for this.</source>
        <translation>MediaConnect hat dafür keinen Befehl.</translation>
    </message>
    <message>
        <source>sources with a name</source>
        <translation>Quellen mit einem Namen</translation>
    </message>
    <message>
        <source>The flow has one source only.</source>
        <translation>Der Flow hat nur eine Quelle.</translation>
    </message>
    <message>
        <source>Source failover is switched off in this flow.</source>
        <translation>Die Quellenumschaltung ist in diesem Flow ausgeschaltet.</translation>
    </message>
    <message>
        <source>The flow merges its sources packet by packet; there is none to prefer.</source>
        <translation>Der Flow führt seine Quellen Paket für Paket zusammen; zu bevorzugen ist keine.</translation>
    </message>
    <message>
        <source>the status of a flow</source>
        <translation>der Status eines Flows</translation>
    </message>
    <message>
        <source>a picture in base64</source>
        <translation>ein Bild in base64</translation>
    </message>
    <message>
        <source>This region has the channels %1.</source>
        <translation>In dieser Region gibt es die Kanäle %1.</translation>
    </message>
    <message>
        <source>%1 and %2 are a failover pair that prefers %1: MediaLive chooses between them itself. With equal preference they can be cut by hand.</source>
        <translation>%1 und %2 sind ein Failover-Paar, das %1 bevorzugt: MediaLive wählt selbst zwischen ihnen. Bei gleicher Bevorzugung lässt sich von Hand umschalten.</translation>
    </message>
    <message>
        <source>channels with an id</source>
        <translation>Kanäle mit einer ID</translation>
    </message>
    <message>
        <source>prepare input %1</source>
        <translation>Eingang %1 vorbereiten</translation>
    </message>
    <message>
        <source>plan a switch to input %1</source>
        <translation>Umschalten auf Eingang %1 planen</translation>
    </message>
    <message>
        <source>call off a planned action</source>
        <translation>geplante Aktion absagen</translation>
    </message>
    <message>
        <source>restart pipeline %1</source>
        <translation>Pipeline %1 neu starten</translation>
    </message>
    <message>
        <source>read the channel's schedule</source>
        <translation>Zeitplan des Kanals lesen</translation>
    </message>
    <message>
        <source>list the channels</source>
        <translation>Kanäle auflisten</translation>
    </message>
    <message>
        <source>A channel has the pipelines 0 and 1.</source>
        <translation>Ein Kanal hat die Pipelines 0 und 1.</translation>
    </message>
    <message>
        <source>MediaLive has no command for this.</source>
        <translation>MediaLive hat dafür keinen Befehl.</translation>
    </message>
    <message>
        <source>Say when.</source>
        <translation>Zeitpunkt angeben.</translation>
    </message>
    <message>
        <source>MediaLive plans a switch 30 s ahead at least: choose a later time, or switch by hand.</source>
        <translation>MediaLive plant ein Umschalten mindestens 30 s im Voraus: eine spätere Zeit wählen oder von Hand umschalten.</translation>
    </message>
    <message>
        <source>MediaLive plans 14 days ahead at most.</source>
        <translation>MediaLive plant höchstens 14 Tage im Voraus.</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>MediaMTX refuses: its configuration must have api: yes and, under authInternalUsers, a user with the permission api (from this address).</source>
        <translation>MediaMTX lehnt ab: In seiner Konfiguration müssen api: yes und unter authInternalUsers ein Benutzer mit der Berechtigung api (von dieser Adresse aus) stehen.</translation>
    </message>
    <message>
        <source>read the path</source>
        <translation>Pfad lesen</translation>
    </message>
    <message>
        <source>hang up on the publisher</source>
        <translation>Verbindung des Senders trennen</translation>
    </message>
    <message>
        <source>Nobody publishes there whom MediaMTX could hang up on.</source>
        <translation>Dort sendet niemand, den MediaMTX trennen könnte.</translation>
    </message>
    <message>
        <source>MediaMTX hands on what is published: it does not start, stop or switch. Do that where the stream comes from.</source>
        <translation>MediaMTX reicht weiter, was gesendet wird: Es startet, stoppt und schaltet nicht. Das geschieht dort, wo der Stream herkommt.</translation>
    </message>
    <message>
        <source>read the SRT connections</source>
        <translation>SRT-Verbindungen lesen</translation>
    </message>
    <message>
        <source>make a clip</source>
        <translation>Clip erstellen</translation>
    </message>
    <message>
        <source>read the channel</source>
        <translation>Kanal lesen</translation>
    </message>
    <message>
        <source>read the origin endpoints</source>
        <translation>Origin-Endpunkte lesen</translation>
    </message>
    <message>
        <source>read the harvest jobs</source>
        <translation>Harvest-Aufträge lesen</translation>
    </message>
    <message>
        <source>Name a bucket for clips ("bucket") in the show file.</source>
        <translation>In der Showdatei einen Bucket für Clips angeben ("bucket").</translation>
    </message>
    <message>
        <source>No origin endpoint with an HLS manifest is known.</source>
        <translation>Es ist kein Origin-Endpunkt mit HLS-Manifest bekannt.</translation>
    </message>
    <message>
        <source>MediaPackage has no command for this.</source>
        <translation>MediaPackage hat dafür keinen Befehl.</translation>
    </message>
    <message>
        <source>A clip needs a beginning and an end after it.</source>
        <translation>Ein Clip braucht einen Anfang und danach ein Ende.</translation>
    </message>
    <message>
        <source>the name of an origin endpoint</source>
        <translation>der Name eines Origin-Endpunkts</translation>
    </message>
    <message>
        <source>a job with its state</source>
        <translation>ein Auftrag mit seinem Zustand</translation>
    </message>
    <message>
        <source>MK.IO does not take the token: make a new personal access token for this project, and say where it is kept.</source>
        <translation>MK.IO nimmt das Token nicht an: für dieses Projekt ein neues persönliches Zugriffstoken anlegen und angeben, wo es liegt.</translation>
    </message>
    <message>
        <source>Check project and event in the show file.</source>
        <translation>Projekt und Event in der Show-Datei prüfen.</translation>
    </message>
    <message>
        <source>read the live event</source>
        <translation>Live-Event lesen</translation>
    </message>
    <message>
        <source>command a live event</source>
        <translation>einem Live-Event befehlen</translation>
    </message>
    <message>
        <source>A live event of MK.IO has one input: it can be started and stopped.</source>
        <translation>Ein Live-Event von MK.IO hat einen Eingang: Es kann gestartet und gestoppt werden.</translation>
    </message>
    <message>
        <source>start the live event</source>
        <translation>Live-Event starten</translation>
    </message>
    <message>
        <source>stop the live event</source>
        <translation>Live-Event stoppen</translation>
    </message>
    <message>
        <source>read the live outputs</source>
        <translation>Live-Ausgaben lesen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Front Door sees %1 % of its origins healthy.</source>
        <translation>Front Door sieht %1 % seiner Ursprungsserver in Ordnung.</translation>
    </message>
    <message>
        <source>Front Door answers %1 % of the requests with a server fault.</source>
        <translation>Front Door beantwortet %1 % der Anfragen mit einem Serverfehler.</translation>
    </message>
    <message>
        <source>the state of a live event</source>
        <translation>der Zustand eines Live-Events</translation>
    </message>
    <message>
        <source>MK.IO could not carry out the last change of this live event.</source>
        <translation>MK.IO konnte die letzte Änderung an diesem Live-Event nicht ausführen.</translation>
    </message>
    <message>
        <source>a list of live outputs</source>
        <translation>eine Liste von Live-Ausgaben</translation>
    </message>
    <message>
        <source>Live output %1</source>
        <translation>Live-Ausgabe %1</translation>
    </message>
    <message>
        <source>the state of an operation</source>
        <translation>der Zustand eines Vorgangs</translation>
    </message>
    <message>
        <source>OBS asks for a password. Say where it is kept in the setting password.</source>
        <translation>OBS verlangt ein Passwort. In der Einstellung password angeben, wo es liegt.</translation>
    </message>
    <message>
        <source>a result</source>
        <translation>ein Ergebnis</translation>
    </message>
    <message>
        <source>a message of obs-websocket 5</source>
        <translation>eine Nachricht von obs-websocket 5</translation>
    </message>
    <message>
        <source>Is OBS running, with its WebSocket server on (Tools, WebSocket Server Settings)? Check the address and the port.</source>
        <translation>Läuft OBS, und ist sein WebSocket-Server an (Werkzeuge, WebSocket-Servereinstellungen)? Adresse und Port prüfen.</translation>
    </message>
    <message>
        <source>The password is not the one in OBS (Tools, WebSocket Server Settings). Correct it; Gantry does not try again by itself.</source>
        <translation>Das Passwort ist nicht das in OBS (Werkzeuge, WebSocket-Servereinstellungen). Berichtigen; Gantry versucht es nicht von selbst noch einmal.</translation>
    </message>
    <message>
        <source>This OBS speaks another version of the protocol. Version 28 or newer is needed.</source>
        <translation>Dieses OBS spricht eine andere Version des Protokolls. Gebraucht wird Version 28 oder neuer.</translation>
    </message>
    <message>
        <source>Somebody has ended this session in OBS. Gantry does not come back by itself; a command connects again.</source>
        <translation>Jemand hat diese Sitzung in OBS beendet. Gantry kommt nicht von selbst wieder; ein Befehl verbindet neu.</translation>
    </message>
    <message>
        <source>OBS is not ready yet, or closing. Try again in a moment.</source>
        <translation>OBS ist noch nicht bereit oder wird gerade beendet. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Streaming is not set up in OBS (Settings, Stream).</source>
        <translation>Das Streamen ist in OBS nicht eingerichtet (Einstellungen, Stream).</translation>
    </message>
    <message>
        <source>A preview needs studio mode in OBS.</source>
        <translation>Eine Vorschau braucht den Studio-Modus in OBS.</translation>
    </message>
    <message>
        <source>There is no scene of this name in OBS.</source>
        <translation>In OBS gibt es keine Szene dieses Namens.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>start the stream</source>
        <translation>Stream starten</translation>
    </message>
    <message>
        <source>stop the stream</source>
        <translation>Stream stoppen</translation>
    </message>
    <message>
        <source>OBS has no such command.</source>
        <translation>OBS hat keinen solchen Befehl.</translation>
    </message>
    <message>
        <source>get a picture</source>
        <translation>ein Bild holen</translation>
    </message>
    <message>
        <source>read the state of OBS</source>
        <translation>Zustand von OBS lesen</translation>
    </message>
    <message>
        <source>Somebody is closing OBS.</source>
        <translation>Jemand beendet OBS.</translation>
    </message>
    <message>
        <source>An address such as ws://127.0.0.1:4455 is needed.</source>
        <translation>Gebraucht wird eine Adresse wie ws://127.0.0.1:4455.</translation>
    </message>
    <message>
        <source>ws is allowed in private networks only (an address, or a name that ends in .local); use wss.</source>
        <translation>ws ist nur in privaten Netzen erlaubt (eine Adresse oder ein Name, der auf .local endet); sonst wss verwenden.</translation>
    </message>
    <message>
        <source>SRS refuses: check user and password of its http_api (auth, since 5.0.152).</source>
        <translation>SRS lehnt ab: Benutzer und Passwort seiner http_api prüfen (auth, seit 5.0.152).</translation>
    </message>
    <message>
        <source>Nobody publishes there whom SRS could hang up on.</source>
        <translation>Dort sendet niemand, den SRS trennen könnte.</translation>
    </message>
    <message>
        <source>SRS hands on what is published: it does not start, stop or switch. Do that where the stream comes from.</source>
        <translation>SRS reicht weiter, was gesendet wird: Es startet, stoppt und schaltet nicht. Das geschieht dort, wo der Stream herkommt.</translation>
    </message>
    <message>
        <source>read the streams</source>
        <translation>Streams lesen</translation>
    </message>
    <message>
        <source>a list of streams</source>
        <translation>eine Liste von Streams</translation>
    </message>
    <message>
        <source>SRS answered with an error code. Its log says more.</source>
        <translation>SRS hat mit einem Fehlercode geantwortet. Sein Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>These credentials may not do this: ask for the permission.</source>
        <translation>Diese Zugangsdaten dürfen das nicht: die Berechtigung erbitten.</translation>
    </message>
    <message>
        <source>The permission %1 is missing: ask for it. "gantry policy" prints all that this show needs.</source>
        <translation>Die Berechtigung %1 fehlt: erbitten. "gantry policy" gibt alle aus, die diese Show braucht.</translation>
    </message>
    <message>
        <source>Check the id and the region in the show file.</source>
        <translation>ID und Region in der Showdatei prüfen.</translation>
    </message>
    <message>
        <source>The service account lacks %1: give it a role that has it (roles/livestream.editor; roles/monitoring.viewer for figures).</source>
        <translation>Dem Dienstkonto fehlt %1: ihm eine Rolle mit dieser Berechtigung geben (roles/livestream.editor; für Messwerte roles/monitoring.viewer).</translation>
    </message>
    <message>
        <source>read a service account's key file</source>
        <translation>Schlüsseldatei eines Dienstkontos lesen</translation>
    </message>
    <message>
        <source>Set it to the path of the service account's key file (JSON), or name the file in the show's settings.</source>
        <translation>Hier den Pfad der Schlüsseldatei des Dienstkontos (JSON) angeben oder die Datei in den Einstellungen der Show nennen.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This is no key file of a service account. Google Cloud gives one under IAM, Service accounts, Keys.</source>
        <translation>Das ist keine Schlüsseldatei eines Dienstkontos. Google Cloud gibt sie unter IAM, Dienstkonten, Schlüssel aus.</translation>
    </message>
    <message>
        <source>The private key in the file cannot sign.</source>
        <translation>Mit dem privaten Schlüssel in der Datei lässt sich nicht signieren.</translation>
    </message>
    <message>
        <source>Nothing was sent: whoever answers there cannot prove to be the provider. Check the address, this computer's clock, and who stands between (a proxy that opens encrypted connections).</source>
        <translation>Nichts wurde gesendet: Wer dort antwortet, kann nicht beweisen, der Anbieter zu sein. Adresse und Uhr dieses Rechners prüfen, und wer dazwischensteht (ein Proxy, der verschlüsselte Verbindungen öffnet).</translation>
    </message>
    <message>
        <source>The provider has asked to be left alone for a while. Gantry waits, and asks again by itself.</source>
        <translation>Der Anbieter möchte eine Weile nicht gefragt werden. Gantry wartet und fragt von selbst wieder.</translation>
    </message>
    <message>
        <source>Not sent: %1 s are left.</source>
        <translation>Nicht gesendet: noch %1 s.</translation>
    </message>
    <message>
        <source>Check the credentials, and what they are permitted to do.</source>
        <translation>Zugangsdaten prüfen, und was mit ihnen erlaubt ist.</translation>
    </message>
    <message>
        <source>Check the names in the show file's settings.</source>
        <translation>Die Namen in den Einstellungen der Show-Datei prüfen.</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>It names another address: %1</source>
        <translation>Es wird auf eine andere Adresse verwiesen: %1</translation>
    </message>
    <message>
        <source>A redirect is not followed: credentials are for one address only. Check the address, or a proxy on the way.</source>
        <translation>Einer Weiterleitung wird nicht gefolgt: Zugangsdaten gelten für eine Adresse. Die Adresse prüfen, oder einen Proxy auf dem Weg.</translation>
    </message>
    <message>
        <source>What was read so far is not used. If this stays, tell the provider.</source>
        <translation>Das bisher Gelesene wird nicht verwendet. Bleibt es so, dem Anbieter Bescheid geben.</translation>
    </message>
    <message>
        <source>The list repeats itself after page %1.</source>
        <translation>Die Liste wiederholt sich nach Seite %1.</translation>
    </message>
    <message>
        <source>The list has no end: more than %1 pages.</source>
        <translation>Die Liste nimmt kein Ende: mehr als %1 Seiten.</translation>
    </message>
    <message>
        <source>get an access token</source>
        <translation>Zugriffstoken holen</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>ein Token</translation>
    </message>
    <message>
        <source>The key or the secret is not valid any more, or belongs to another account: make a new one.</source>
        <translation>Der Schlüssel oder das Geheimnis gilt nicht mehr oder gehört zu einem anderen Konto: ein neues anlegen.</translation>
    </message>
    <message>
        <source>Where the secret is kept is needed, never the secret itself: environment:NAME or keychain:NAME.</source>
        <translation>Gebraucht wird, wo das Geheimnis liegt, nie das Geheimnis selbst: environment:NAME oder keychain:NAME.</translation>
    </message>
    <message>
        <source>It holds a character that no token has.</source>
        <translation>Es enthält ein Zeichen, das kein Token hat.</translation>
    </message>
    <message>
        <source>read the fault script</source>
        <translation>das Störungsskript lesen</translation>
    </message>
    <message>
        <source>There is no fault “%1”; there are %2.</source>
        <translation>Es gibt keine Störung „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is needed.</source>
        <translation>Gebraucht wird eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>It is medialive, mediaconnect, cloudwatch, sts, google or mux.</source>
        <translation>Möglich sind medialive, mediaconnect, cloudwatch, sts, google und mux.</translation>
    </message>
    <message>
        <source>It is all, reads or commands.</source>
        <translation>Möglich sind all, reads und commands.</translation>
    </message>
    <message>
        <source>Which input is lost? Name it: "A".</source>
        <translation>Welcher Eingang fällt aus? Nennen Sie ihn: "A".</translation>
    </message>
    <message>
        <source>A script is {"faults": [ … ]} and nothing else.</source>
        <translation>Ein Skript ist {"faults": [ … ]} und sonst nichts.</translation>
    </message>
    <message>
        <source>At most %1 faults.</source>
        <translation>Höchstens %1 Störungen.</translation>
    </message>
    <message>
        <source>A fault has no such member.</source>
        <translation>Das gibt es bei einer Störung nicht.</translation>
    </message>
    <message>
        <source>IAM says nothing of it.</source>
        <translation>IAM sagt nichts dazu.</translation>
    </message>
    <message>
        <source>It depends on %1, which nobody knows beforehand.</source>
        <translation>Es hängt von %1 ab, und das weiß vorher niemand.</translation>
    </message>
    <message>
        <source>ask whether it would be allowed</source>
        <translation>fragen, ob es erlaubt wäre</translation>
    </message>
    <message>
        <source>"gantry policy SHOW" prints the policy that allows it.</source>
        <translation>„gantry policy SHOW“ gibt die Richtlinie aus, die es erlaubt.</translation>
    </message>
    <message>
        <source>an answer of IAM</source>
        <translation>eine Antwort von IAM</translation>
    </message>
    <message>
        <source>the ARN of a role</source>
        <translation>der ARN einer Rolle</translation>
    </message>
    <message>
        <source>ask whose keys these are</source>
        <translation>fragen, wem diese Schlüssel gehören</translation>
    </message>
    <message>
        <source>AWS does not say whose keys these are: %1</source>
        <translation>AWS sagt nicht, wem diese Schlüssel gehören: %1</translation>
    </message>
    <message>
        <source>IAM tells of users and roles only, and these keys are of %1.</source>
        <translation>IAM kennt nur Benutzer und Rollen, und diese Schlüssel gehören %1.</translation>
    </message>
    <message>
        <source>look up a role</source>
        <translation>eine Rolle nachschlagen</translation>
    </message>
    <message>
        <source>These keys may not ask: that takes iam:SimulatePrincipalPolicy on %1.</source>
        <translation>Diese Schlüssel dürfen nicht fragen: dafür braucht es iam:SimulatePrincipalPolicy auf %1.</translation>
    </message>
    <message>
        <source>IAM does not know %1: a role with a path is found with iam:GetRole.</source>
        <translation>IAM kennt %1 nicht: eine Rolle mit Pfad findet man mit iam:GetRole.</translation>
    </message>
    <message>
        <source>IAM cannot be asked: %1</source>
        <translation>IAM lässt sich nicht fragen: %1</translation>
    </message>
    <message>
        <source>Its quotes do not close.</source>
        <translation>Die Anführungszeichen sind nicht geschlossen.</translation>
    </message>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>It has not ended within %1 s.</source>
        <translation>Es ist nicht innerhalb von %1 s fertig geworden.</translation>
    </message>
    <message>
        <source>run credential_process of AWS profile</source>
        <translation>credential_process des AWS-Profils ausführen</translation>
    </message>
    <message>
        <source>Run it by hand to see why.</source>
        <translation>Von Hand ausführen, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>It says more than keys take.</source>
        <translation>Es gibt mehr aus, als Schlüssel brauchen.</translation>
    </message>
    <message>
        <source>It ended with code %1.</source>
        <translation>Es endete mit Code %1.</translation>
    </message>
    <message>
        <source>It ended abnormally.</source>
        <translation>Es endete unnormal.</translation>
    </message>
    <message>
        <source>Its keys have expired.</source>
        <translation>Seine Schlüssel sind abgelaufen.</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>a time after ISO 8601</source>
        <translation>eine Zeit nach ISO 8601</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>This provider does not tell what it would allow.</source>
        <translation>Dieser Anbieter sagt nicht, was er erlauben würde.</translation>
    </message>
    <message>
        <source>The Cloud Resource Manager API may be switched off in the project.</source>
        <translation>Die Cloud Resource Manager API ist im Projekt vielleicht ausgeschaltet.</translation>
    </message>
    <message>
        <source>Check the project in the show file.</source>
        <translation>Das Projekt in der Show-Datei prüfen.</translation>
    </message>
    <message>
        <source>Google does not say what is allowed: %1</source>
        <translation>Google sagt nicht, was erlaubt ist: %1</translation>
    </message>
    <message>
        <source>Give the service account a role that has it: roles/livestream.editor, or roles/monitoring.viewer for figures.</source>
        <translation>Dem Dienstkonto eine Rolle geben, die es enthält: roles/livestream.editor, oder roles/monitoring.viewer für Messwerte.</translation>
    </message>
    <message>
        <source>ask what it can do</source>
        <translation>fragen, was es kann</translation>
    </message>
    <message>
        <source>Update OBS: obs-websocket 5 has this request.</source>
        <translation>OBS aktualisieren: obs-websocket 5 kennt diese Anfrage.</translation>
    </message>
</context>
<context>
    <name>gantry::AlarmModel</name>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 for %5. %6</source>
        <comment>priority, where, what, state, age, advice</comment>
        <translation>%1: %2, %3, %4 seit %5. %6</translation>
    </message>
</context>
<context>
    <name>gantry::AlarmRules</name>
    <message>
        <source>Session log</source>
        <translation>Sitzungsprotokoll</translation>
    </message>
    <message>
        <source>LOG NOT SAFE</source>
        <translation>PROTOKOLL UNGESICHERT</translation>
    </message>
    <message>
        <source>%1 Alarms and commands are kept in memory until it can be written again.</source>
        <translation>%1 Alarme und Befehle bleiben im Arbeitsspeicher, bis wieder geschrieben werden kann.</translation>
    </message>
    <message>
        <source>FIGURES OLD</source>
        <translation>ZAHLEN VERALTET</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>gantry::AuditModel</name>
    <message>
        <source>%1: %2</source>
        <comment>who, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, by %3: %4. %5</source>
        <comment>what, when, who, steps, detail</comment>
        <translation>%1, %2, durch %3: %4. %5</translation>
    </message>
    <message>
        <source>%1 +%2 s</source>
        <comment>step, seconds after the request</comment>
        <translation>%1 +%2 s</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>plan, what it did</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Plan %1, %2, %3. %4</source>
        <comment>plan, what, when, why</comment>
        <translation>Plan %1, %2, %3. %4</translation>
    </message>
</context>
<context>
    <name>gantry::Authority</name>
    <message>
        <source>viewer</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>director</source>
        <translation>Regie</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>%1 is not for the role “%2”. Desk &gt; Role chooses another.</source>
        <translation>%1 gehört nicht zur Rolle „%2“. Pult &gt; Rolle wählt eine andere.</translation>
    </message>
    <message>
        <source>It is not known yet which desk has this show. Try again in a second.</source>
        <translation>Noch ist nicht bekannt, welches Pult diese Show hat. In einer Sekunde noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 has had this show since %2. Act there, or take it over with Desk &gt; Take over.</source>
        <translation>%1 hat diese Show seit %2. Dort handeln, oder sie mit Pult &gt; Übernehmen übernehmen.</translation>
    </message>
    <message>
        <source>A command</source>
        <translation>Ein Befehl</translation>
    </message>
    <message>
        <source>Starting and stopping an encoder</source>
        <translation>Einen Encoder starten und anhalten</translation>
    </message>
    <message>
        <source>Changing how an encoder works</source>
        <translation>Ändern, wie ein Encoder arbeitet</translation>
    </message>
    <message>
        <source>The room is locked: encoders are neither started, stopped nor changed. Ctrl+L twice unlocks it.</source>
        <translation>Der Raum ist gesperrt: Encoder werden weder gestartet noch angehalten noch geändert. Zweimal Strg+L entsperrt ihn.</translation>
    </message>
    <message>
        <source>Acknowledging an alarm</source>
        <translation>Einen Alarm quittieren</translation>
    </message>
    <message>
        <source>Arming a plan</source>
        <translation>Einen Plan scharf schalten</translation>
    </message>
    <message>
        <source>Taking a show over</source>
        <translation>Eine Show übernehmen</translation>
    </message>
    <message>
        <source>The room is locked: plans stay as they are. Ctrl+L twice unlocks it; F12 holds the automation at any time.</source>
        <translation>Der Raum ist gesperrt: Pläne bleiben, wie sie sind. Zweimal Strg+L entsperrt ihn; F12 hält die Automatik jederzeit an.</translation>
    </message>
</context>
<context>
    <name>gantry::Backtest</name>
    <message>
        <source>switch %1 to %2. %3. %1 was whole again %4 s later.</source>
        <translation>von %1 auf %2 umschalten. %3. %1 war %4 s später wieder in Ordnung.</translation>
    </message>
    <message>
        <source>switch %1 to %2. %3. %1 did not come back.</source>
        <translation>von %1 auf %2 umschalten. %3. %1 kam nicht zurück.</translation>
    </message>
    <message>
        <source>return from %1 to %2. %3</source>
        <translation>von %1 auf %2 zurückschalten. %3</translation>
    </message>
    <message>
        <source>would ask to return from %1 to %2. %3</source>
        <translation>würde fragen, ob von %1 auf %2 zurückgeschaltet werden soll. %3</translation>
    </message>
    <message>
        <source>no way out. %1</source>
        <translation>kein Ausweg. %1</translation>
    </message>
    <message>
        <source>witnesses differ, nothing done. %1</source>
        <translation>die Zeugen widersprechen sich, nichts getan. %1</translation>
    </message>
    <message>
        <source>puts itself on hold. %1</source>
        <translation>hält sich selbst an. %1</translation>
    </message>
</context>
<context>
    <name>gantry::BacktestWindow</name>
    <message>
        <source>Switches</source>
        <translation>Umschaltungen</translation>
    </message>
    <message>
        <source>of them false: whole again within the settle time</source>
        <translation>davon falsch: in der Beruhigungszeit wieder in Ordnung</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Rückschaltungen</translation>
    </message>
    <message>
        <source>No way out: nothing fit to switch to</source>
        <translation>Kein Ausweg: nichts Taugliches zum Umschalten</translation>
    </message>
    <message>
        <source>A fault was on air</source>
        <translation>Ein Fehler war auf Sendung</translation>
    </message>
    <message>
        <source>A fault on air with the plan</source>
        <translation>Fehler auf Sendung mit dem Plan</translation>
    </message>
    <message>
        <source>Saved by the plan</source>
        <translation>Durch den Plan erspart</translation>
    </message>
    <message>
        <source>Not known what was on air, or how it was</source>
        <translation>Nicht bekannt, was auf Sendung war oder wie es war</translation>
    </message>
    <message>
        <source>Length of the session</source>
        <translation>Länge der Sitzung</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Rückrechnung</translation>
    </message>
    <message>
        <source>How far the backtest is</source>
        <translation>Wie weit die Rückrechnung ist</translation>
    </message>
    <message>
        <source>First plan</source>
        <translation>Erster Plan</translation>
    </message>
    <message>
        <source>Second plan</source>
        <translation>Zweiter Plan</translation>
    </message>
    <message>
        <source>Second less first</source>
        <translation>Zweiter minus erster</translation>
    </message>
    <message>
        <source>Figures of both plans</source>
        <translation>Zahlen beider Pläne</translation>
    </message>
    <message>
        <source>What each plan would have done, and what sets them apart</source>
        <translation>Was jeder Plan getan hätte und was sie unterscheidet</translation>
    </message>
    <message>
        <source>Steps of the first plan</source>
        <translation>Schritte des ersten Plans</translation>
    </message>
    <message>
        <source>Steps of the second plan</source>
        <translation>Schritte des zweiten Plans</translation>
    </message>
    <message>
        <source>Enter: the replay goes to that moment</source>
        <translation>Enter: Die Wiedergabe springt an diese Stelle</translation>
    </message>
    <message>
        <source>The show of this session has no plan. Open a plan file to try one.</source>
        <translation>Die Show dieser Sitzung hat keinen Plan. Öffnen Sie eine Plandatei, um einen auszuprobieren.</translation>
    </message>
    <message>
        <source>Choose one plan or two, and run them over this session. Nothing is sent.</source>
        <translation>Wählen Sie einen oder zwei Pläne und rechnen Sie sie über diese Sitzung. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>How long the encoder takes to follow an order</source>
        <translation>Wie lange der Encoder braucht, um einem Befehl zu folgen</translation>
    </message>
    <message>
        <source>How long the encoder takes to follow an order (Alt+E)</source>
        <translation>Wie lange der Encoder braucht, um einem Befehl zu folgen (Alt+W)</translation>
    </message>
    <message>
        <source>&amp;Effect after</source>
        <translation>&amp;Wirkung nach</translation>
    </message>
    <message>
        <source>&amp;First plan</source>
        <translation>&amp;Erster Plan</translation>
    </message>
    <message>
        <source>&amp;Second plan</source>
        <translation>&amp;Zweiter Plan</translation>
    </message>
    <message>
        <source>%1 (of the show)</source>
        <comment>a plan</comment>
        <translation>%1 (der Show)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Open a plan file…</source>
        <translation>Plandatei öffnen …</translation>
    </message>
    <message>
        <source>The plan to run over this session (Alt+F)</source>
        <translation>Der Plan, der über diese Sitzung gerechnet wird (Alt+E)</translation>
    </message>
    <message>
        <source>A second one to compare it with (Alt+S)</source>
        <translation>Ein zweiter zum Vergleich (Alt+Z)</translation>
    </message>
    <message>
        <source>Open a plan file</source>
        <translation>Plandatei öffnen</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>No plan is chosen. Choose one of the show, or open a plan file.</source>
        <translation>Kein Plan ist gewählt. Wählen Sie einen der Show oder öffnen Sie eine Plandatei.</translation>
    </message>
    <message>
        <source>Running over the session…</source>
        <translation>Rechnet über die Sitzung …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Rechnen</translation>
    </message>
    <message>
        <source>Cancel the backtest</source>
        <translation>Rückrechnung abbrechen</translation>
    </message>
    <message>
        <source>Run the backtest</source>
        <translation>Rückrechnung starten</translation>
    </message>
    <message>
        <source>Ends the run (Esc)</source>
        <translation>Beendet die Rechnung (Esc)</translation>
    </message>
    <message>
        <source>Runs the chosen plans over this session (Ctrl+R)</source>
        <translation>Rechnet die gewählten Pläne über diese Sitzung (Strg+R)</translation>
    </message>
    <message>
        <source>It could not be run. %1</source>
        <translation>Es konnte nicht gerechnet werden. %1</translation>
    </message>
    <message>
        <source>Cancelled. What stands below is of the run before.</source>
        <translation>Abgebrochen. Was unten steht, ist von der Rechnung davor.</translation>
    </message>
    <message>
        <source>Done. Enter on a step takes the replay there.</source>
        <translation>Fertig. Enter auf einem Schritt springt in der Wiedergabe dorthin.</translation>
    </message>
    <message>
        <source>%1 (ended on hold)</source>
        <comment>a plan</comment>
        <translation>%1 (am Ende angehalten)</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>when, what a plan would have done</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 would have done nothing.</source>
        <comment>a plan</comment>
        <translation>%1 hätte nichts getan.</translation>
    </message>
</context>
<context>
    <name>gantry::BackupReady</name>
    <message>
        <source>nothing is heard of it</source>
        <translation>nichts ist von ihm zu hören</translation>
    </message>
    <message>
        <source>not decoded, on purpose</source>
        <translation>mit Absicht nicht decodiert</translation>
    </message>
    <message>
        <source>its picture stalls</source>
        <translation>sein Bild stockt</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>it has no picture</source>
        <translation>es hat kein Bild</translation>
    </message>
    <message>
        <source>no picture yet</source>
        <translation>noch kein Bild</translation>
    </message>
    <message>
        <source>it is black</source>
        <translation>es ist schwarz</translation>
    </message>
    <message>
        <source>decodes</source>
        <translation>wird decodiert</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>another picture</source>
        <translation>anderes Bild</translation>
    </message>
    <message>
        <source>another sound to the same picture</source>
        <translation>anderer Ton zum selben Bild</translation>
    </message>
    <message>
        <source>another sound</source>
        <translation>anderer Ton</translation>
    </message>
    <message>
        <source>same picture and sound</source>
        <translation>gleiches Bild und gleicher Ton</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>gleiches Bild</translation>
    </message>
    <message>
        <source>same sound; the picture cannot be told</source>
        <translation>gleicher Ton; das Bild ist nicht zu beurteilen</translation>
    </message>
    <message>
        <source>the content cannot be told</source>
        <translation>der Inhalt ist nicht zu beurteilen</translation>
    </message>
    <message>
        <source>offset not known</source>
        <translation>Versatz nicht bekannt</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>im Gleichlauf</translation>
    </message>
    <message>
        <source>%1 ms late</source>
        <translation>%1 ms später</translation>
    </message>
    <message>
        <source>%1 ms early</source>
        <translation>%1 ms früher</translation>
    </message>
    <message>
        <source>format not known</source>
        <translation>Format nicht bekannt</translation>
    </message>
    <message>
        <source>format of %1 not known</source>
        <translation>Format von %1 nicht bekannt</translation>
    </message>
    <message>
        <source>frame rate not known</source>
        <translation>Bildrate nicht bekannt</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <comment>format of the backup, of the primary</comment>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>%1 sound channels instead of %2</source>
        <translation>%1 Tonkanäle statt %2</translation>
    </message>
    <message>
        <source>loudness not known</source>
        <translation>Lautheit nicht bekannt</translation>
    </message>
    <message>
        <source>no sound in either</source>
        <translation>beide ohne Ton</translation>
    </message>
    <message>
        <source>it has no sound</source>
        <translation>es hat keinen Ton</translation>
    </message>
    <message>
        <source>%1 has no sound, it has</source>
        <translation>%1 hat keinen Ton, es selbst hat</translation>
    </message>
    <message>
        <source>both silent</source>
        <translation>beide still</translation>
    </message>
    <message>
        <source>it is silent</source>
        <translation>es ist still</translation>
    </message>
    <message>
        <source>loudness %1 LU</source>
        <comment>against the primary, with its sign</comment>
        <translation>Lautheit %1 LU</translation>
    </message>
</context>
<context>
    <name>gantry::CellViews</name>
    <message>
        <source>nothing told yet</source>
        <translation>noch nichts gemeldet</translation>
    </message>
    <message>
        <source>%1 state</source>
        <comment>encoder</comment>
        <translation>%1 Zustand</translation>
    </message>
    <message>
        <source>%1 active input</source>
        <comment>encoder</comment>
        <translation>%1 aktiver Eingang</translation>
    </message>
    <message>
        <source>“%1” is no clock: it can be utc, local, show or countdown 20:00:00</source>
        <translation>„%1“ ist keine Uhr: möglich sind utc, local, show oder countdown 20:00:00</translation>
    </message>
    <message>
        <source>This show has no chart “%1”</source>
        <translation>Diese Show hat kein Diagramm „%1“</translation>
    </message>
    <message>
        <source>This show has no figure “%1”</source>
        <translation>Diese Show hat keinen Wert „%1“</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <comment>clock</comment>
        <translation>ORTSZEIT</translation>
    </message>
    <message>
        <source>SHOW</source>
        <comment>clock: since the session began</comment>
        <translation>SHOW</translation>
    </message>
    <message>
        <source>TO %1</source>
        <comment>countdown to a time of day</comment>
        <translation>BIS %1</translation>
    </message>
    <message>
        <source>UTC</source>
        <comment>clock</comment>
        <translation>UTC</translation>
    </message>
</context>
<context>
    <name>gantry::ChartsWindow</name>
    <message>
        <source>Charts</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>last minute</source>
        <translation>letzte Minute</translation>
    </message>
    <message>
        <source>last 3 minutes</source>
        <translation>letzte 3 Minuten</translation>
    </message>
    <message>
        <source>last 10 minutes</source>
        <translation>letzte 10 Minuten</translation>
    </message>
    <message>
        <source>How far back the charts reach</source>
        <translation>Wie weit die Verläufe zurückreichen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>&amp;of</source>
        <translation>F&amp;eed</translation>
    </message>
    <message>
        <source>everything in short</source>
        <translation>alles in Kürze</translation>
    </message>
    <message>
        <source>%1 in full</source>
        <comment>feed or encoder</comment>
        <translation>%1 vollständig</translation>
    </message>
    <message>
        <source>Whose figures are charted</source>
        <translation>Wessen Werte gezeichnet werden</translation>
    </message>
</context>
<context>
    <name>gantry::CommandDesk</name>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Switch %1 to %2</source>
        <translation>%1 auf %2 umschalten</translation>
    </message>
    <message>
        <source>There is no encoder %1 in this show, or it could not be connected.</source>
        <translation>Den Encoder %1 gibt es in dieser Show nicht, oder er konnte nicht verbunden werden.</translation>
    </message>
    <message>
        <source>“%1” is still under way.</source>
        <translation>„%1“ läuft noch.</translation>
    </message>
    <message>
        <source>%1 has no input %2; it has %3.</source>
        <translation>%1 hat keinen Eingang %2; vorhanden: %3.</translation>
    </message>
    <message>
        <source>%1 takes %2 already.</source>
        <translation>%1 nutzt %2 bereits.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 meldet %2.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 The provider says: %2</source>
        <translation>%1 Der Anbieter meldet: %2</translation>
    </message>
    <message>
        <source>The encoder does not show it. Look at it, and at the feeds, before you try again.</source>
        <translation>Am Encoder zeigt sich keine Wirkung. Vor einem neuen Versuch Encoder und Feeds prüfen.</translation>
    </message>
    <message>
        <source>Every pipeline of %1 takes %2.</source>
        <translation>Alle Pipelines von %1 nutzen %2.</translation>
    </message>
    <message>
        <source>%1: it may have been executed. Looking at the encoder; it is not sent again.</source>
        <translation>%1: Der Befehl kann ausgeführt worden sein. Der Encoder wird beobachtet, der Befehl nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>Prepare %2 at %1</source>
        <translation>%2 an %1 vorbereiten</translation>
    </message>
    <message>
        <source>Switch %1 to %2 at %3</source>
        <translation>%1 um %3 auf %2 umschalten</translation>
    </message>
    <message>
        <source>Call off a planned action of %1</source>
        <translation>Geplante Aktion von %1 absagen</translation>
    </message>
    <message>
        <source>Let %1 prefer %2</source>
        <translation>%1 soll %2 bevorzugen</translation>
    </message>
    <message>
        <source>Restart pipeline %2 of %1</source>
        <translation>Pipeline %2 von %1 neu starten</translation>
    </message>
    <message>
        <source>Disconnect %2 at %1</source>
        <translation>%2 an %1 trennen</translation>
    </message>
    <message>
        <source>Make a clip of %1, %2 to %3</source>
        <translation>Clip von %1 erstellen, %2 bis %3</translation>
    </message>
    <message>
        <source>%1 has no command for this.</source>
        <translation>%1 hat dafür keinen Befehl.</translation>
    </message>
    <message>
        <source>%1 prefers %2 already.</source>
        <translation>%1 bevorzugt %2 bereits.</translation>
    </message>
    <message>
        <source>The provider gave it up: %1</source>
        <translation>Der Anbieter hat aufgegeben: %1</translation>
    </message>
    <message>
        <source>The provider says: %1</source>
        <translation>Der Anbieter meldet: %1</translation>
    </message>
    <message>
        <source>It stands in the plan of %1.</source>
        <translation>Es steht im Plan von %1.</translation>
    </message>
    <message>
        <source>It no longer stands in the plan of %1.</source>
        <translation>Es steht nicht mehr im Plan von %1.</translation>
    </message>
    <message>
        <source>%1 prefers %2.</source>
        <translation>%1 bevorzugt %2.</translation>
    </message>
    <message>
        <source>Pipeline %2 of %1 was down and runs again.</source>
        <translation>Pipeline %2 von %1 war aus und läuft wieder.</translation>
    </message>
    <message>
        <source>Nobody sends to %1 any more.</source>
        <translation>An %1 sendet niemand mehr.</translation>
    </message>
    <message>
        <source>The log cannot be written, and no rule acts unrecorded. %1</source>
        <translation>Das Protokoll kann nicht geschrieben werden, und keine Regel handelt ohne Aufzeichnung. %1</translation>
    </message>
    <message>
        <source>It could not be written to the log in time, and no rule acts unrecorded.</source>
        <translation>Es konnte nicht rechtzeitig ins Protokoll geschrieben werden, und keine Regel handelt ohne Aufzeichnung.</translation>
    </message>
</context>
<context>
    <name>gantry::ControlWindow</name>
    <message>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>The time this window shows: here, in UTC, and since the session began</source>
        <translation>Die Zeit, die dieses Fenster zeigt: hier, in UTC und seit Beginn der Sitzung</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>This show has no feed.</source>
        <translation>Diese Show hat keinen Feed.</translation>
    </message>
    <message>
        <source>FEEDS</source>
        <translation>FEEDS</translation>
    </message>
    <message>
        <source>This show has no encoder.</source>
        <translation>Diese Show hat keinen Encoder.</translation>
    </message>
    <message>
        <source>ENCODERS</source>
        <translation>ENCODER</translation>
    </message>
    <message>
        <source>Alarms, worst first</source>
        <translation>Alarme, dringendste zuerst</translation>
    </message>
    <message>
        <source>Commands, newest first</source>
        <translation>Befehle, neueste zuerst</translation>
    </message>
    <message>
        <source>No commands</source>
        <translation>Keine Befehle</translation>
    </message>
    <message>
        <source>ALARMS, WORST FIRST</source>
        <translation>ALARME, DRINGENDSTE ZUERST</translation>
    </message>
    <message>
        <source>COMMANDS, NEWEST FIRST</source>
        <translation>BEFEHLE, NEUESTE ZUERST</translation>
    </message>
    <message>
        <source>%1 LOCAL · %2 UTC · %3</source>
        <translation>%1 LOKAL · %2 UTC · %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Feeds. F or Enter: everything that is known of one</source>
        <translation>Feeds. F oder Enter: alles, was über einen bekannt ist</translation>
    </message>
    <message>
        <source>Ctrl+L twice unlocks the room.</source>
        <translation>Strg+L zweimal entsperrt den Raum.</translation>
    </message>
    <message>
        <source>Ctrl+L locks the room.</source>
        <translation>Strg+L sperrt den Raum.</translation>
    </message>
    <message>
        <source>BACKUPS</source>
        <translation>RESERVEN</translation>
    </message>
    <message>
        <source>The failover plans of this show. F12 holds them all at one press.</source>
        <translation>Die Ausfallpläne dieser Show. F12 hält alle mit einem Druck an.</translation>
    </message>
</context>
<context>
    <name>gantry::DeskClaim</name>
    <message>
        <source>%1 on %2</source>
        <comment>person, computer</comment>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>gantry::DeskLease</name>
    <message>
        <source>Cannot write %1: another desk on this show would not be noticed. %2</source>
        <translation>%1 kann nicht geschrieben werden: ein anderes Pult an dieser Show würde nicht bemerkt. %2</translation>
    </message>
    <message>
        <source>%1 has taken this show over: %2</source>
        <comment>who, why</comment>
        <translation>%1 hat diese Show übernommen: %2</translation>
    </message>
    <message>
        <source>%1 had this show until %2, and its program is gone: this desk has it now.</source>
        <translation>%1 hatte diese Show bis %2, und sein Programm ist nicht mehr da: jetzt hat sie dieses Pult.</translation>
    </message>
    <message>
        <source>Taken over from %1: %2</source>
        <comment>whom, why</comment>
        <translation>Von %1 übernommen: %2</translation>
    </message>
</context>
<context>
    <name>gantry::DeskMenu</name>
    <message>
        <source>Looks. Holding the automation stays possible.</source>
        <translation>Sieht zu. Die Automatik anzuhalten bleibt möglich.</translation>
    </message>
    <message>
        <source>Cuts, starts and stops encoders, arms plans, acknowledges alarms.</source>
        <translation>Schneidet, startet Encoder und hält sie an, schaltet Pläne scharf, quittiert Alarme.</translation>
    </message>
    <message>
        <source>Cuts, arms plans, acknowledges alarms.</source>
        <translation>Schneidet, schaltet Pläne scharf, quittiert Alarme.</translation>
    </message>
    <message>
        <source>Everything, also changing how an encoder works.</source>
        <translation>Alles, auch ändern, wie ein Encoder arbeitet.</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Take over…</source>
        <translation>Ü&amp;bernehmen…</translation>
    </message>
    <message>
        <source>This desk has the show.</source>
        <translation>Dieses Pult hat die Show.</translation>
    </message>
    <message>
        <source>%1 has had this show since %2.</source>
        <translation>%1 hat diese Show seit %2.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 has had this show since %2. Three seconds after you take it over this desk acts, and that one no longer. Why? The reason stands in both sessions.</source>
        <translation>%1 hat diese Show seit %2. Drei Sekunden nach der Übernahme handelt dieses Pult, und jenes nicht mehr. Warum? Der Grund steht in beiden Sitzungen.</translation>
    </message>
</context>
<context>
    <name>gantry::DrillRoom</name>
    <message>
        <source>The return did not show the other input in time.</source>
        <translation>Der Rückweg hat den anderen Eingang nicht rechtzeitig gezeigt.</translation>
    </message>
    <message>
        <source>The rehearsal was not fit in time: not every input has a picture, or the return does not show the first of them.</source>
        <translation>Die Probe war nicht rechtzeitig bereit: Nicht jeder Eingang hat ein Bild, oder der Rückweg zeigt den ersten nicht.</translation>
    </message>
    <message>
        <source>Building a rehearsal: feeds, a cloud, its return.</source>
        <translation>Eine Probe wird aufgebaut: Feeds, eine Cloud, ihr Rückweg.</translation>
    </message>
    <message>
        <source>There is no plan to rehearse.</source>
        <translation>Es gibt keinen Plan zum Proben.</translation>
    </message>
    <message>
        <source>Waiting until every input is fit and the return shows %1.</source>
        <translation>Wartet, bis jeder Eingang taugt und der Rückweg %1 zeigt.</translation>
    </message>
    <message>
        <source>drill</source>
        <comment>who arms the plan</comment>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Fit. The plan is armed; the fault comes when its grace time is over (%1 s).</source>
        <translation>Bereit. Der Plan ist scharf; der Fehler kommt, wenn seine Schonzeit vorbei ist (%1 s).</translation>
    </message>
    <message>
        <source>the sender of %1 was killed</source>
        <translation>der Sender von %1 wurde beendet</translation>
    </message>
    <message>
        <source>Drill: %1.</source>
        <translation>Übung: %1.</translation>
    </message>
    <message>
        <source>Fault: %1.</source>
        <translation>Fehler: %1.</translation>
    </message>
</context>
<context>
    <name>gantry::DrillTimeline</name>
    <message>
        <source>fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>%1: no signal</source>
        <translation>%1: kein Signal</translation>
    </message>
    <message>
        <source>%1 to %2. %3</source>
        <comment>input, input, why</comment>
        <translation>%1 auf %2. %3</translation>
    </message>
    <message>
        <source>by %1, on disk</source>
        <translation>von %1, auf der Platte</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderAlarms</name>
    <message>
        <source>UNREACHABLE</source>
        <translation>NICHT ERREICHBAR</translation>
    </message>
    <message>
        <source>ENCODER STOPPED</source>
        <translation>ENCODER GESTOPPT</translation>
    </message>
    <message>
        <source>The provider says %1 and nobody asked for it here. Start it again.</source>
        <translation>Der Anbieter meldet %1, von hier wurde das nicht veranlasst. Encoder wieder starten.</translation>
    </message>
    <message>
        <source>PIPELINE LOST</source>
        <translation>PIPELINE AUSGEFALLEN</translation>
    </message>
    <message>
        <source>%1 of %2 pipelines run: there is no spare.</source>
        <translation>%1 von %2 Pipelines laufen: keine Reserve.</translation>
    </message>
    <message>
        <source>START REJECTED</source>
        <translation>START ABGELEHNT</translation>
    </message>
    <message>
        <source>START UNCONFIRMED</source>
        <translation>START UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>STOP REJECTED</source>
        <translation>STOPP ABGELEHNT</translation>
    </message>
    <message>
        <source>STOP UNCONFIRMED</source>
        <translation>STOPP UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>SWITCH REJECTED</source>
        <translation>UMSCHALTEN ABGELEHNT</translation>
    </message>
    <message>
        <source>SWITCH UNCONFIRMED</source>
        <translation>UMSCHALTEN UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No answer comes.</source>
        <translation>Es kommt keine Antwort.</translation>
    </message>
    <message>
        <source>%1 The encoder itself may well be running.</source>
        <translation>%1 Der Encoder selbst kann durchaus laufen.</translation>
    </message>
    <message>
        <source>PREPARE REJECTED</source>
        <translation>VORBEREITEN ABGELEHNT</translation>
    </message>
    <message>
        <source>PREPARE UNCONFIRMED</source>
        <translation>VORBEREITEN UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>PLAN REJECTED</source>
        <translation>PLANUNG ABGELEHNT</translation>
    </message>
    <message>
        <source>PLAN UNCONFIRMED</source>
        <translation>PLANUNG UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>CANCEL REJECTED</source>
        <translation>ABSAGE ABGELEHNT</translation>
    </message>
    <message>
        <source>CANCEL UNCONFIRMED</source>
        <translation>ABSAGE UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>PREFERENCE REJECTED</source>
        <translation>BEVORZUGUNG ABGELEHNT</translation>
    </message>
    <message>
        <source>PREFERENCE UNCONFIRMED</source>
        <translation>BEVORZUGUNG UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>RESTART REJECTED</source>
        <translation>NEUSTART ABGELEHNT</translation>
    </message>
    <message>
        <source>RESTART UNCONFIRMED</source>
        <translation>NEUSTART UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>DISCONNECT REJECTED</source>
        <translation>TRENNEN ABGELEHNT</translation>
    </message>
    <message>
        <source>DISCONNECT UNCONFIRMED</source>
        <translation>TRENNEN UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>CLIP REJECTED</source>
        <translation>CLIP ABGELEHNT</translation>
    </message>
    <message>
        <source>CLIP UNCONFIRMED</source>
        <translation>CLIP UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>A pipeline has failed: there is no spare.</source>
        <translation>Eine Pipeline ist ausgefallen: keine Reserve.</translation>
    </message>
    <message>
        <source>It says %1, and none of its pipelines runs: nothing goes out.</source>
        <translation>Gemeldet wird %1, aber keine Pipeline läuft: es geht nichts hinaus.</translation>
    </message>
    <message>
        <source>ALL PIPELINES LOST</source>
        <translation>ALLE PIPELINES AUSGEFALLEN</translation>
    </message>
    <message>
        <source>NO INPUT AT THE ENCODER</source>
        <translation>KEIN EINGANG AM ENCODER</translation>
    </message>
    <message>
        <source>The provider says that what it takes does not arrive. Look at the sender and its line.</source>
        <translation>Der Anbieter meldet, dass der genutzte Eingang nicht ankommt. Sender und Leitung prüfen.</translation>
    </message>
    <message>
        <source>CREDENTIALS EXPIRE</source>
        <translation>ZUGANGSDATEN LAUFEN AB</translation>
    </message>
    <message>
        <source>New ones have not come. Answer the question in the control window, or sign in again.</source>
        <translation>Neue sind nicht gekommen. Die Frage im Regiefenster beantworten oder neu anmelden.</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderCard</name>
    <message>
        <source>Switch to %1</source>
        <translation>Umschalten auf %1</translation>
    </message>
    <message>
        <source>Switch to %1 · %2</source>
        <comment>input, feed</comment>
        <translation>Umschalten auf %1 · %2</translation>
    </message>
    <message>
        <source>Puts input %1 of %2 on air.</source>
        <translation>Bringt Eingang %1 von %2 auf Sendung.</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Starts the encoder %1.</source>
        <translation>Startet den Encoder %1.</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Stops the encoder %1: the programme ends for every viewer.</source>
        <translation>Stoppt den Encoder %1: die Sendung endet für alle Zuschauer.</translation>
    </message>
    <message>
        <source>%1 ?</source>
        <comment>last known state</comment>
        <translation>%1 ?</translation>
    </message>
    <message>
        <source>on air now</source>
        <translation>ist auf Sendung</translation>
    </message>
    <message>
        <source>Puts input %1 of %2 on air: %3.</source>
        <comment>input, encoder, feed</comment>
        <translation>Bringt Eingang %1 von %2 auf Sendung: %3.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Everything the provider says, in its own words (Space)</source>
        <translation>Alles, was der Anbieter meldet, in seinen Worten (Leertaste)</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details zu %1</translation>
    </message>
    <message>
        <source>What comes back from the encoder, told by the picture and the sound themselves</source>
        <translation>Was vom Encoder zurückkommt, an Bild und Ton selbst erkannt</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderLook</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>What the provider shows of %1, asked for every few seconds while this is open (Space)</source>
        <translation>Was der Anbieter von %1 zeigt, alle paar Sekunden gefragt, solange dies offen ist (Leertaste)</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>Bild von %1</translation>
    </message>
    <message>
        <source>waiting for a picture</source>
        <translation>wartet auf ein Bild</translation>
    </message>
    <message>
        <source>picture %1 old</source>
        <translation>Bild %1 alt</translation>
    </message>
    <message>
        <source>not shown: the newest picture is %1 old</source>
        <translation>nicht gezeigt: das neueste Bild ist %1 alt</translation>
    </message>
    <message>
        <source>Picture of %1, %2</source>
        <comment>encoder, how old</comment>
        <translation>Bild von %1, %2</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderModel</name>
    <message>
        <source>Encoder %1: %2, %3. %4</source>
        <translation>Encoder %1: %2, %3. %4</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>UNBEKANNT</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht abgefragt</translation>
    </message>
    <message>
        <source>answered %1 ago</source>
        <translation>Antwort vor %1</translation>
    </message>
    <message>
        <source>never answered: %1</source>
        <translation>nie geantwortet: %1</translation>
    </message>
    <message>
        <source>no answer since %1: %2</source>
        <comment>for how long, why</comment>
        <translation>keine Antwort seit %1: %2</translation>
    </message>
    <message>
        <source>pipelines unknown</source>
        <translation>Pipelines unbekannt</translation>
    </message>
    <message>
        <source>pipeline %1 takes nothing known</source>
        <translation>Pipeline %1: Eingang unbekannt</translation>
    </message>
    <message>
        <source>pipeline %1 takes %2</source>
        <translation>Pipeline %1: Eingang %2</translation>
    </message>
    <message>
        <source>alerts unknown</source>
        <translation>Warnungen unbekannt</translation>
    </message>
    <message>
        <source>no alerts</source>
        <translation>keine Warnungen</translation>
    </message>
    <message>
        <source>alerts: %1</source>
        <translation>Warnungen: %1</translation>
    </message>
    <message>
        <source>%1: %2 %3 ago</source>
        <comment>command, step, age</comment>
        <translation>%1: %2 vor %3</translation>
    </message>
    <message>
        <source>“%1” is under way</source>
        <translation>„%1“ läuft</translation>
    </message>
    <message>
        <source>last known: %1</source>
        <translation>zuletzt bekannt: %1</translation>
    </message>
    <message>
        <source>nothing comes back</source>
        <translation>nichts kommt zurück</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>rate</comment>
        <translation>herein %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>rate</comment>
        <translation>hinaus %1</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 B/s</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>verworfen %1</translation>
    </message>
    <message>
        <source>no fill</source>
        <translation>kein Ersatzbild</translation>
    </message>
    <message>
        <source>fill %1</source>
        <translation>Ersatzbild %1</translation>
    </message>
    <message>
        <source>without input for %1</source>
        <translation>ohne Eingang für %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>AUSGEFALLEN</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>%1 OF %2 PIPELINES</source>
        <comment>running, expected</comment>
        <translation>%1 VON %2 PIPELINES</translation>
    </message>
    <message>
        <source>A PIPELINE FAILED</source>
        <translation>EINE PIPELINE AUSGEFALLEN</translation>
    </message>
    <message>
        <source>NO PIPELINE RUNS</source>
        <translation>KEINE PIPELINE LÄUFT</translation>
    </message>
    <message>
        <source>input arrives</source>
        <translation>Eingang kommt an</translation>
    </message>
    <message>
        <source>NO INPUT ARRIVES</source>
        <translation>KEIN EINGANG KOMMT AN</translation>
    </message>
    <message>
        <source>pipelines in step</source>
        <translation>Pipelines im Gleichschritt</translation>
    </message>
    <message>
        <source>PIPELINES NOT IN STEP</source>
        <translation>PIPELINES NICHT IM GLEICHSCHRITT</translation>
    </message>
    <message>
        <source>measured %1 ago</source>
        <translation>gemessen vor %1</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>spare</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>NICHT VERBUNDEN</translation>
    </message>
    <message>
        <source>loss %1 %</source>
        <translation>Verlust %1 %</translation>
    </message>
    <message>
        <source>lost for good %1</source>
        <translation>endgültig verloren %1</translation>
    </message>
    <message>
        <source>RTT %1</source>
        <translation>RTT %1</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>input, what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>action, input</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>planned: %1 at %2, in %3</source>
        <translation>geplant: %1 um %2, in %3</translation>
    </message>
    <message>
        <source>planned: %1 after the one before</source>
        <translation>geplant: %1 nach der vorigen</translation>
    </message>
    <message>
        <source>credentials: %1 left</source>
        <translation>Zugangsdaten: noch %1</translation>
    </message>
    <message>
        <source>credentials have expired</source>
        <translation>Zugangsdaten sind abgelaufen</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>nutzt %1</translation>
    </message>
    <message>
        <source>pipeline %1: %2</source>
        <translation>Pipeline %1: %2</translation>
    </message>
    <message>
        <source>a switch takes effect about %1 after it is accepted</source>
        <translation>ein Umschalten wirkt etwa %1 nach der Annahme</translation>
    </message>
    <message>
        <source>%1: which input it shows cannot be told</source>
        <comment>the return</comment>
        <translation>%1: welchen Eingang er zeigt, ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>%1 shows none of the inputs</source>
        <comment>the return</comment>
        <translation>%1 zeigt keinen der Eingänge</translation>
    </message>
    <message>
        <source>%1 shows one of %2: they look alike</source>
        <comment>the return, feeds</comment>
        <translation>%1 zeigt einen von %2: Sie sehen gleich aus</translation>
    </message>
    <message>
        <source>%1 plays %2; its picture cannot be told</source>
        <comment>the return, a feed</comment>
        <translation>%1 spielt %2; sein Bild ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>%1 shows %2, by picture and sound</source>
        <comment>the return, a feed</comment>
        <translation>%1 zeigt %2, an Bild und Ton erkannt</translation>
    </message>
    <message>
        <source>%1 shows %2, with another sound</source>
        <comment>the return, a feed</comment>
        <translation>%1 zeigt %2, mit anderem Ton</translation>
    </message>
    <message>
        <source>%1 shows %2, by picture</source>
        <comment>the return, a feed</comment>
        <translation>%1 zeigt %2, am Bild erkannt</translation>
    </message>
    <message>
        <source>%1, %2 later</source>
        <comment>what the return shows, how much later than the feed</comment>
        <translation>%1, %2 später</translation>
    </message>
    <message>
        <source>%1: %2, on air in %3</source>
        <comment>command, step, time</comment>
        <translation>%1: %2, auf Sendung in %3</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderMore</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What else %1 can be asked (Space)</source>
        <translation>Was %1 sonst noch kann (Leertaste)</translation>
    </message>
    <message>
        <source>More actions of %1</source>
        <translation>Weitere Aktionen von %1</translation>
    </message>
    <message>
        <source>Restart pipeline %1</source>
        <translation>Pipeline %1 neu starten</translation>
    </message>
    <message>
        <source>Restarts pipeline %1 of %2: it sends nothing meanwhile, and the other one alone carries the programme.</source>
        <translation>Startet Pipeline %1 von %2 neu: sie sendet so lange nichts, die andere trägt die Sendung allein.</translation>
    </message>
    <message>
        <source>Prepare %1</source>
        <translation>%1 vorbereiten</translation>
    </message>
    <message>
        <source>Gets input %1 of %2 ready, so that the switch to it is quick. Nothing changes on air.</source>
        <translation>Macht Eingang %1 von %2 bereit, damit das Umschalten darauf schnell geht. Auf Sendung ändert sich nichts.</translation>
    </message>
    <message>
        <source>Prefer %1</source>
        <translation>%1 bevorzugen</translation>
    </message>
    <message>
        <source>Lets the failover of %2 use %1, and go back to it: this changes what is on air.</source>
        <translation>Das Failover von %2 nutzt %1 und kehrt dorthin zurück: das ändert, was auf Sendung ist.</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Hangs up on whoever sends to %1 of %2.</source>
        <translation>Trennt, wer an %1 von %2 sendet.</translation>
    </message>
    <message>
        <source>Input of the planned switch</source>
        <translation>Eingang des geplanten Umschaltens</translation>
    </message>
    <message>
        <source>The input to switch to then</source>
        <translation>Der Eingang, auf den dann umgeschaltet wird</translation>
    </message>
    <message>
        <source>Time of the planned switch, UTC</source>
        <translation>Zeit des geplanten Umschaltens, UTC</translation>
    </message>
    <message>
        <source>When, in UTC; a time that has passed today is tomorrow's</source>
        <translation>Wann, in UTC; eine heute schon vergangene Zeit meint morgen</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Plan the switch</source>
        <translation>Umschalten planen</translation>
    </message>
    <message>
        <source>Lets %1 switch by itself at that time.</source>
        <translation>Lässt %1 zu dieser Zeit von selbst umschalten.</translation>
    </message>
    <message>
        <source>Call off the next planned action</source>
        <translation>Nächste geplante Aktion absagen</translation>
    </message>
    <message>
        <source>Takes the next planned action of %1 out of its plan.</source>
        <translation>Nimmt die nächste geplante Aktion von %1 aus dem Plan.</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Length of the clip</source>
        <translation>Länge des Clips</translation>
    </message>
    <message>
        <source>The clip ends now and begins so long before</source>
        <translation>Der Clip endet jetzt und beginnt so lange vorher</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>die letzten</translation>
    </message>
    <message>
        <source>Make a clip</source>
        <translation>Clip erstellen</translation>
    </message>
    <message>
        <source>Keeps what went out in that time as a clip.</source>
        <translation>Behält, was in dieser Zeit hinausging, als Clip.</translation>
    </message>
    <message>
        <source>nothing is planned</source>
        <translation>nichts ist geplant</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderPicture</name>
    <message>
        <source>The picture is larger than a megabyte.</source>
        <translation>Das Bild ist größer als ein Megabyte.</translation>
    </message>
    <message>
        <source>The picture is neither JPEG nor PNG.</source>
        <translation>Das Bild ist weder JPEG noch PNG.</translation>
    </message>
    <message>
        <source>The picture's size cannot be: %1 × %2.</source>
        <translation>Diese Bildgröße kann nicht sein: %1 × %2.</translation>
    </message>
    <message>
        <source>The picture cannot be decoded.</source>
        <translation>Das Bild lässt sich nicht dekodieren.</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderPictures</name>
    <message>
        <source>The provider has no picture now.</source>
        <translation>Der Anbieter hat gerade kein Bild.</translation>
    </message>
</context>
<context>
    <name>gantry::FailoverPlan</name>
    <message>
        <source>%1 was switched from %2 to %3 by somebody else.</source>
        <translation>%1 wurde von jemand anderem von %2 auf %3 umgeschaltet.</translation>
    </message>
    <message>
        <source>%1 switches to %2.</source>
        <translation>%1 schaltet auf %2.</translation>
    </message>
    <message>
        <source>The switch to %1 came to nothing: %2</source>
        <translation>Die Umschaltung auf %1 kam nicht zustande: %2</translation>
    </message>
    <message>
        <source>alert of the provider</source>
        <translation>Meldung des Anbieters</translation>
    </message>
    <message>
        <source>%1: %2 for %3 s</source>
        <comment>input, fault, time</comment>
        <translation>%1: %2 seit %3 s</translation>
    </message>
    <message>
        <source>%1. But %2 shows a good picture.</source>
        <translation>%1. Aber %2 zeigt ein gutes Bild.</translation>
    </message>
    <message>
        <source>%1. No other input is known to be fit.</source>
        <translation>%1. Von keinem anderen Eingang ist bekannt, dass er taugt.</translation>
    </message>
    <message>
        <source>%1. It has tripped %2 times in %3 s: a person has to decide.</source>
        <translation>%1. Der Plan hat in %3 s %2-mal ausgelöst: Ein Mensch muss entscheiden.</translation>
    </message>
    <message>
        <source>%1 is fit again.</source>
        <translation>%1 taugt wieder.</translation>
    </message>
    <message>
        <source>%1 has been fit for %2 s.</source>
        <translation>%1 taugt seit %2 s.</translation>
    </message>
</context>
<context>
    <name>gantry::FaultModel</name>
    <message>
        <source>Too many requests (429)</source>
        <translation>Zu viele Anfragen (429)</translation>
    </message>
    <message>
        <source>Every call is refused, with a time to come back.</source>
        <translation>Jeder Aufruf wird abgewiesen, mit einer Wartezeit.</translation>
    </message>
    <message>
        <source>Server fault (500)</source>
        <translation>Serverfehler (500)</translation>
    </message>
    <message>
        <source>Every call fails in the cloud; nothing is executed.</source>
        <translation>Jeder Aufruf scheitert in der Cloud; nichts wird ausgeführt.</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Every answer comes 5 s late.</source>
        <translation>Jede Antwort kommt 5 s zu spät.</translation>
    </message>
    <message>
        <source>Accepts and does nothing</source>
        <translation>Nimmt an und tut nichts</translation>
    </message>
    <message>
        <source>Commands are accepted, and nothing comes of them.</source>
        <translation>Befehle werden angenommen und bleiben ohne Wirkung.</translation>
    </message>
    <message>
        <source>Executes and never answers</source>
        <translation>Führt aus und antwortet nie</translation>
    </message>
    <message>
        <source>Commands take effect, but no call is answered.</source>
        <translation>Befehle wirken, aber kein Aufruf wird beantwortet.</translation>
    </message>
    <message>
        <source>Broken answers</source>
        <translation>Abgerissene Antworten</translation>
    </message>
    <message>
        <source>Every answer breaks off in the middle.</source>
        <translation>Jede Antwort bricht in der Mitte ab.</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Falsche Uhr</translation>
    </message>
    <message>
        <source>The cloud's clock is 6 min ahead and refuses ours.</source>
        <translation>Die Uhr der Cloud geht 6 min vor und weist unsere ab.</translation>
    </message>
    <message>
        <source>Expired keys</source>
        <translation>Abgelaufene Schlüssel</translation>
    </message>
    <message>
        <source>Keys and tokens have ended and are refused.</source>
        <translation>Schlüssel und Token sind abgelaufen und werden abgewiesen.</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Every call is refused for want of a permission.</source>
        <translation>Jeder Aufruf wird mangels Berechtigung abgewiesen.</translation>
    </message>
    <message>
        <source>Pipeline %1 fails</source>
        <translation>Pipeline %1 fällt aus</translation>
    </message>
    <message>
        <source>This pipeline of the encoder stands still.</source>
        <translation>Diese Pipeline des Encoders steht still.</translation>
    </message>
    <message>
        <source>Input %1 is lost</source>
        <translation>Eingang %1 fällt aus</translation>
    </message>
    <message>
        <source>Nothing arrives at this input of the encoder.</source>
        <translation>An diesem Eingang des Encoders kommt nichts an.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>EIN</translation>
    </message>
    <message>
        <source>ON · %1 s left</source>
        <translation>EIN · noch %1 s</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>fault, state, what it does</comment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>gantry::FaultWindow</name>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Nothing can go wrong here.</source>
        <translation>Hier kann nichts gestört werden.</translation>
    </message>
    <message>
        <source>Faults of the rehearsal cloud</source>
        <translation>Störungen der Proben-Cloud</translation>
    </message>
    <message>
        <source>Faults of the rehearsal cloud. Space or Enter: turn it on, or off</source>
        <translation>Störungen der Proben-Cloud. Leertaste oder Eingabe: ein- und ausschalten</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>until turned off</source>
        <translation>bis zum Ausschalten</translation>
    </message>
    <message>
        <source>How long a fault lasts</source>
        <translation>Dauer einer Störung</translation>
    </message>
    <message>
        <source>How long a fault lasts that is turned on now (Alt+F)</source>
        <translation>Wie lange eine Störung dauert, die jetzt eingeschaltet wird (Alt+F)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;All well again</source>
        <translation>&amp;Alles wieder gut</translation>
    </message>
    <message>
        <source>All well again</source>
        <translation>Alles wieder gut</translation>
    </message>
    <message>
        <source>Turns every fault off (Ctrl+Backspace)</source>
        <translation>Schaltet alle Störungen aus (Strg+Rücktaste)</translation>
    </message>
</context>
<context>
    <name>gantry::FeedAlarms</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Look at the sender and its network; the feed comes back by itself.</source>
        <translation>Sender und dessen Netzwerk prüfen; der Feed kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>KEIN SIGNAL</translation>
    </message>
    <message>
        <source>NO KEY PICTURE</source>
        <translation>KEIN KEYFRAME</translation>
    </message>
    <message>
        <source>NOT ARRIVED</source>
        <translation>NICHT ANGEKOMMEN</translation>
    </message>
    <message>
        <source>Set the sender's key picture distance to 2 s or less.</source>
        <translation>Keyframe-Abstand am Sender auf höchstens 2 s einstellen.</translation>
    </message>
    <message>
        <source>Nothing has come since the show was opened. Is the sender started, and set to this address?</source>
        <translation>Seit dem Öffnen der Show ist nichts angekommen. Ist der Sender gestartet und auf diese Adresse eingestellt?</translation>
    </message>
</context>
<context>
    <name>gantry::FeedDetailsModel</name>
    <message>
        <source>%1
%2</source>
        <comment>value, note</comment>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>gantry::FeedDetailsPane</name>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Feed details of %1</source>
        <translation>Feed-Details zu %1</translation>
    </message>
    <message>
        <source>DETAILS OF %1</source>
        <translation>DETAILS ZU %1</translation>
    </message>
</context>
<context>
    <name>gantry::FeedFacts</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>connected for %1</source>
        <translation>verbunden seit %1</translation>
    </message>
    <message>
        <source>calling for %1</source>
        <translation>verbindet seit %1</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>wartet seit %1</translation>
    </message>
    <message>
        <source>failed %1 ago</source>
        <translation>fehlgeschlagen vor %1</translation>
    </message>
    <message>
        <source>%1 · %2 /s</source>
        <comment>packets since it connected, in the last second</comment>
        <translation>%1 · %2 /s</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Retransmitted</source>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>Belated</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Undecryptable</source>
        <translation>Nicht entschlüsselbar</translation>
    </message>
    <message>
        <source>Latency ÷ RTT</source>
        <translation>Latenz ÷ RTT</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Raise the latency to at least %1 ms.</source>
        <translation>Latenz auf mindestens %1 ms erhöhen.</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>%1, the other way %2</source>
        <translation>%1, Gegenrichtung %2</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>AES-%1</source>
        <translation>AES-%1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Stream ID</source>
        <translation>Stream-ID</translation>
    </message>
    <message>
        <source>Packet filter</source>
        <translation>Paketfilter</translation>
    </message>
    <message>
        <source>rebuilt %1 packets in the last second</source>
        <translation>%1 Pakete in der letzten Sekunde wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>what the picture shows, for how long</comment>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>colour bars</source>
        <translation>Farbbalken</translation>
    </message>
    <message>
        <source>one even field</source>
        <translation>einfarbige Fläche</translation>
    </message>
    <message>
        <source>still</source>
        <translation>unbewegt</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>bewegt</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>interlaced</source>
        <translation>interlaced</translation>
    </message>
    <message>
        <source>progressive</source>
        <translation>progressiv</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>stumm seit %1</translation>
    </message>
    <message>
        <source>channel %1 silent for %2</source>
        <translation>Kanal %1 stumm seit %2</translation>
    </message>
    <message>
        <source>out of phase for %1</source>
        <translation>gegenphasig seit %1</translation>
    </message>
    <message>
        <source>%1 % clipped</source>
        <translation>%1 % übersteuert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>LINK</source>
        <translation>VERBINDUNG</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Receive rate</source>
        <translation>Empfangsrate</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>TRANSPORT STREAM</source>
        <translation>TRANSPORTSTROM</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>not MPEG-TS</source>
        <translation>kein MPEG-TS</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Null packets</source>
        <translation>Nullpakete</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>the chosen program, of which</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>PID %1 %2</source>
        <comment>number, codec</comment>
        <translation>PID %1 %2</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>keine Fehler</translation>
    </message>
    <message>
        <source>TR 101 290, priority 1</source>
        <translation>TR 101 290, Priorität 1</translation>
    </message>
    <message>
        <source>TR 101 290, priority 2</source>
        <translation>TR 101 290, Priorität 2</translation>
    </message>
    <message>
        <source>PCR jitter</source>
        <translation>PCR-Jitter</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>BILD</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codierung</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Decodiert</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>Nicht gezeigt</translation>
    </message>
    <message>
        <source>Decoder errors</source>
        <translation>Decoderfehler</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>Nicht decodiert</translation>
    </message>
    <message>
        <source>The decoder fell behind, and packets were thrown away.</source>
        <translation>Der Decoder kam nicht nach, Pakete wurden verworfen.</translation>
    </message>
    <message>
        <source>SOUND</source>
        <translation>TON</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>codec, channels</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>track, of how many, what</comment>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>Momentary (M)</source>
        <translation>Momentan (M)</translation>
    </message>
    <message>
        <source>Short-term (S)</source>
        <translation>Kurzzeit (S)</translation>
    </message>
    <message>
        <source>Integrated (I)</source>
        <translation>Integriert (I)</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>True Peak</translation>
    </message>
    <message>
        <source>%1 dBTP</source>
        <translation>%1 dBTP</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>A/V offset</source>
        <translation>A/V-Versatz</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>PAIR</source>
        <translation>PAAR</translation>
    </message>
    <message>
        <source>Against %1</source>
        <comment>the primary</comment>
        <translation>Gegenüber %1</translation>
    </message>
    <message>
        <source>Backup %1</source>
        <translation>Backup %1</translation>
    </message>
    <message>
        <source>SPLICE CUES</source>
        <translation>SPLICE-CUES</translation>
    </message>
    <message>
        <source>Last, %1 UTC</source>
        <translation>Zuletzt, %1 UTC</translation>
    </message>
    <message>
        <source>neither black nor bars; whether it moves is not known</source>
        <translation>weder schwarz noch Balken; ob es sich bewegt, ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>gantry::FeedLine</name>
    <message>
        <source>%1 Decoding goes on in software.</source>
        <translation>%1 Die Decodierung läuft in Software weiter.</translation>
    </message>
</context>
<context>
    <name>gantry::IdleInhibitor</name>
    <message>
        <source>The desktop takes no such wish (%1). Switch the screen saver off by hand.</source>
        <translation>Der Desktop nimmt diesen Wunsch nicht an (%1). Den Bildschirmschoner von Hand ausschalten.</translation>
    </message>
    <message>
        <source>There is no session bus to ask. Switch the screen saver off by hand.</source>
        <translation>Es gibt keinen Sitzungsbus, den man fragen könnte. Den Bildschirmschoner von Hand ausschalten.</translation>
    </message>
    <message>
        <source>the screen saver's service has gone</source>
        <translation>der Dienst des Bildschirmschoners ist weg</translation>
    </message>
    <message>
        <source>screen saver held back</source>
        <translation>Bildschirmschoner zurückgehalten</translation>
    </message>
    <message>
        <source>screen saver NOT held back</source>
        <translation>Bildschirmschoner NICHT zurückgehalten</translation>
    </message>
    <message>
        <source>screen saver: asking</source>
        <translation>Bildschirmschoner: wird gefragt</translation>
    </message>
</context>
<context>
    <name>gantry::LayoutBook</name>
    <message>
        <source>Another layout is named “%1”: choose another name.</source>
        <translation>Ein anderes Layout heißt „%1“: Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>It is one of the usual layouts, which stay.</source>
        <translation>Es ist eines der üblichen Layouts, und die bleiben.</translation>
    </message>
    <message>
        <source>It is the only layout of the show.</source>
        <translation>Es ist das einzige Layout der Show.</translation>
    </message>
    <message>
        <source>Not removed. %1</source>
        <translation>Nicht entfernt. %1</translation>
    </message>
</context>
<context>
    <name>gantry::LayoutHand</name>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Layout</translation>
    </message>
    <message>
        <source>&amp;Edit this layout</source>
        <translation>Dieses Layout &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;New layout</source>
        <translation>&amp;Neues Layout</translation>
    </message>
    <message>
        <source>&amp;Usual layouts</source>
        <translation>&amp;Übliche Layouts</translation>
    </message>
    <message>
        <source>Save or leave the layout first.</source>
        <translation>Erst das Layout speichern oder verlassen.</translation>
    </message>
    <message>
        <source>The layout is put aside, unsaved. Editing it again goes on where it stopped.</source>
        <translation>Das Layout ist beiseitegelegt, ungespeichert. Erneutes Bearbeiten macht dort weiter.</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>Layout %1</translation>
    </message>
    <message>
        <source>The layout “%1” is saved in the show.</source>
        <translation>Das Layout „%1“ ist in der Show gespeichert.</translation>
    </message>
    <message>
        <source>The layout “%1” is kept until the room closes.</source>
        <translation>Das Layout „%1“ bleibt, bis der Raum geschlossen wird.</translation>
    </message>
    <message>
        <source>&amp;Remove this layout…</source>
        <translation>Dieses Layout &amp;entfernen…</translation>
    </message>
    <message>
        <source>It is one of the usual layouts, which stay.</source>
        <translation>Es ist eines der üblichen Layouts, und die bleiben.</translation>
    </message>
    <message>
        <source>Remove the layout “%1” from the show file?</source>
        <translation>Das Layout „%1“ aus der Showdatei entfernen?</translation>
    </message>
    <message>
        <source>Remove the layout “%1”?</source>
        <translation>Das Layout „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Remove the layout</source>
        <translation>Layout entfernen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>The layout “%1” is removed.</source>
        <translation>Das Layout „%1“ ist entfernt.</translation>
    </message>
</context>
<context>
    <name>gantry::LinkAlarms</name>
    <message>
        <source>LINK FAULT</source>
        <translation>VERBINDUNGSFEHLER</translation>
    </message>
    <message>
        <source>PORT IN USE</source>
        <translation>PORT BELEGT</translation>
    </message>
    <message>
        <source>WRONG PASSPHRASE</source>
        <translation>FALSCHE PASSPHRASE</translation>
    </message>
    <message>
        <source>HOST UNKNOWN</source>
        <translation>HOST UNBEKANNT</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>UNDECRYPTABLE</source>
        <translation>NICHT ENTSCHLÜSSELBAR</translation>
    </message>
    <message>
        <source>%1 packets of the last 10 s could not be decrypted. Set the same passphrase at both ends.</source>
        <translation>%1 Pakete der letzten 10 s waren nicht entschlüsselbar. An beiden Enden dieselbe Passphrase einstellen.</translation>
    </message>
    <message>
        <source>%1 % of the packets of the last 10 s did not arrive.</source>
        <translation>%1 % der Pakete der letzten 10 s sind nicht angekommen.</translation>
    </message>
    <message>
        <source>%1 % of the packets of the last 10 s came too late.</source>
        <translation>%1 % der Pakete der letzten 10 s kamen zu spät.</translation>
    </message>
    <message>
        <source>DROPPED PACKETS</source>
        <translation>VERLORENE PAKETE</translation>
    </message>
    <message>
        <source>%1 Raise the SRT latency to at least %2 ms at both ends.</source>
        <translation>%1 SRT-Latenz an beiden Enden auf mindestens %2 ms erhöhen.</translation>
    </message>
    <message>
        <source>RETRANSMISSIONS</source>
        <translation>NEUSENDUNGEN</translation>
    </message>
    <message>
        <source>%1 % of the packets had to be sent again. Look at the sender's network: Wi-Fi, another upload, a rate above what the line carries.</source>
        <translation>%1 % der Pakete mussten erneut gesendet werden. Netzwerk des Senders prüfen: WLAN, ein anderer Upload, eine Rate über dem, was die Leitung trägt.</translation>
    </message>
    <message>
        <source>RTT RISING</source>
        <translation>RTT STEIGT</translation>
    </message>
    <message>
        <source>The round trip is %1 ms, in the last minute it was %2 ms. A queue fills on the way: lower the sender's bitrate or end other uploads.</source>
        <translation>Die Laufzeit (RTT) beträgt %1 ms, in der letzten Minute waren es %2 ms. Unterwegs füllt sich eine Warteschlange: Bitrate des Senders senken oder andere Uploads beenden.</translation>
    </message>
    <message>
        <source>LATENCY TOO LOW</source>
        <translation>LATENZ ZU NIEDRIG</translation>
    </message>
    <message>
        <source>Latency is %1 round trips; raise it to at least %2 ms at both ends.</source>
        <translation>Die Latenz beträgt das %1-Fache der Laufzeit (RTT); an beiden Enden auf mindestens %2 ms erhöhen.</translation>
    </message>
    <message>
        <source>CALLER TURNED AWAY</source>
        <translation>CALLER ABGEWIESEN</translation>
    </message>
    <message>
        <source>LOW BITRATE</source>
        <translation>NIEDRIGE BITRATE</translation>
    </message>
    <message>
        <source>%1 Mb/s of %2 Mb/s arrive. Look at the sender's encoder and its uplink.</source>
        <translation>%1 Mbit/s von %2 Mbit/s kommen an. Encoder des Senders und dessen Uplink prüfen.</translation>
    </message>
</context>
<context>
    <name>gantry::Listening</name>
    <message>
        <source>You no longer listen to %1.</source>
        <comment>feed</comment>
        <translation>Sie hören %1 nicht mehr.</translation>
    </message>
    <message>
        <source>You listen to %1. Press L again to stop.</source>
        <comment>feed</comment>
        <translation>Sie hören %1. Zum Beenden erneut L drücken.</translation>
    </message>
    <message>
        <source>%1 cannot be heard. %2</source>
        <comment>feed, why and what to do</comment>
        <translation>%1 ist nicht zu hören. %2</translation>
    </message>
    <message>
        <source>You listen to %1: its sound is %2 ms behind the picture, because it arrives that late.</source>
        <translation>Sie hören %1: der Ton liegt %2 ms hinter dem Bild, weil er so spät ankommt.</translation>
    </message>
    <message>
        <source>You listen to %1, but no sound comes from it.</source>
        <comment>feed</comment>
        <translation>Sie hören %1, aber von dort kommt kein Ton.</translation>
    </message>
</context>
<context>
    <name>gantry::LiveRoom</name>
    <message>
        <source>The session “%1” began.</source>
        <translation>Die Sitzung „%1“ hat begonnen.</translation>
    </message>
    <message>
        <source>The session ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>%1: the role of this desk is now “%2”.</source>
        <translation>%1: die Rolle dieses Pults ist jetzt „%2“.</translation>
    </message>
    <message>
        <source>The last session stopped while “%1” (%2) was under way: it may or may not have been executed. It is not sent again; look at the encoder.</source>
        <translation>Die letzte Sitzung brach ab, während „%1“ (%2) unterwegs war: es kann ausgeführt sein oder nicht. Es wird nicht noch einmal gesendet; den Encoder ansehen.</translation>
    </message>
</context>
<context>
    <name>gantry::LoadWatch</name>
    <message>
        <source>The machine keeps up again: every tile is as declared.</source>
        <translation>Der Rechner kommt wieder mit: jede Kachel ist wie festgelegt.</translation>
    </message>
    <message>
        <source>The machine cannot keep up: far tiles show fewer pictures.</source>
        <translation>Der Rechner kommt nicht mit: ferne Kacheln zeigen weniger Bilder.</translation>
    </message>
    <message>
        <source>The machine cannot keep up: far tiles show key pictures only.</source>
        <translation>Der Rechner kommt nicht mit: ferne Kacheln zeigen nur Schlüsselbilder.</translation>
    </message>
    <message>
        <source>The machine cannot keep up: far tiles show key pictures only, and pictures are measured once a second.</source>
        <translation>Der Rechner kommt nicht mit: ferne Kacheln zeigen nur Schlüsselbilder, und Bilder werden einmal in der Sekunde gemessen.</translation>
    </message>
    <message>
        <source>CPU %1 % of %2</source>
        <comment>how busy, how many cores</comment>
        <translation>CPU %1 % von %2</translation>
    </message>
</context>
<context>
    <name>gantry::Monitor</name>
    <message>
        <source>%1 · %2</source>
        <comment>model, socket of a monitor</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1×%2</source>
        <comment>width, height</comment>
        <translation>%1×%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>monitor, size</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>gantry::PairAlarms</name>
    <message>
        <source>BACKUP DIFFERS</source>
        <translation>BACKUP WEICHT AB</translation>
    </message>
    <message>
        <source>It does not carry what %1 carries: do not cut to it. Look at what its sender is fed with.</source>
        <translation>Der Feed überträgt nicht, was %1 überträgt: nicht darauf umschneiden. Prüfen, womit sein Sender gespeist wird.</translation>
    </message>
    <message>
        <source>BACKUP SOUND DIFFERS</source>
        <translation>BACKUP-TON WEICHT AB</translation>
    </message>
    <message>
        <source>It shows the picture of %1 with another sound. Look at its sender's sound input.</source>
        <translation>Der Feed zeigt das Bild von %1 mit anderem Ton. Toneingang seines Senders prüfen.</translation>
    </message>
    <message>
        <source>BACKUP LATE</source>
        <translation>BACKUP ZU SPÄT</translation>
    </message>
    <message>
        <source>BACKUP EARLY</source>
        <translation>BACKUP ZU FRÜH</translation>
    </message>
    <message>
        <source>It is %1 ms apart from %2: a cut would be seen. Bring the latencies of both ways closer together.</source>
        <translation>Der Feed liegt %1 ms neben %2: ein Schnitt wäre zu sehen. Latenzen beider Wege einander annähern.</translation>
    </message>
</context>
<context>
    <name>gantry::PairModel</name>
    <message>
        <source>● BACKUP READY</source>
        <translation>● RESERVE BEREIT</translation>
    </message>
    <message>
        <source>○ NOT READY</source>
        <comment>a backup</comment>
        <translation>○ NICHT BEREIT</translation>
    </message>
    <message>
        <source>? BACKUP READY</source>
        <comment>nobody knows</comment>
        <translation>? RESERVE BEREIT</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Decodierung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>not good</source>
        <translation>nicht gut</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>the backup, the primary</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>which pair, the lamp's word, why</comment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>which check, good or not, why</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>gantry::PairsPane</name>
    <message>
        <source>This show has no pair.</source>
        <translation>Diese Show hat kein Paar.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reserven</translation>
    </message>
</context>
<context>
    <name>gantry::PictureAlarms</name>
    <message>
        <source>BLACK</source>
        <translation>SCHWARZBILD</translation>
    </message>
    <message>
        <source>The picture is black. Look at the camera, its shutter and the mixer's output.</source>
        <translation>Das Bild ist schwarz. Kamera, deren Verschluss und Ausgang des Mischers prüfen.</translation>
    </message>
    <message>
        <source>COLOUR BARS</source>
        <translation>FARBBALKEN</translation>
    </message>
    <message>
        <source>The picture is colour bars. Has the sender switched to its test picture?</source>
        <translation>Das Bild zeigt Farbbalken. Hat der Sender auf sein Testbild umgeschaltet?</translation>
    </message>
    <message>
        <source>FLAT FIELD</source>
        <translation>EINFARBIGES BILD</translation>
    </message>
    <message>
        <source>The picture is one even field. Is the camera connected to its encoder?</source>
        <translation>Das Bild ist eine einfarbige Fläche. Ist die Kamera mit ihrem Encoder verbunden?</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>BILD EINGEFROREN</translation>
    </message>
    <message>
        <source>The picture does not move. Look at the camera and its encoder; for slides set limits.freeze to off in the show file.</source>
        <translation>Das Bild bewegt sich nicht. Kamera und deren Encoder prüfen; für Folien limits.freeze in der Showdatei auf off setzen.</translation>
    </message>
    <message>
        <source>SOFTWARE DECODING</source>
        <translation>DECODIERUNG IN SOFTWARE</translation>
    </message>
    <message>
        <source>%1 The feed is decoded in software now: watch the load of the processor.</source>
        <comment>why</comment>
        <translation>%1 Der Feed wird jetzt in Software decodiert: Auslastung des Prozessors beobachten.</translation>
    </message>
</context>
<context>
    <name>gantry::PlanAlarms</name>
    <message>
        <source>AUTOMATION HOLDS</source>
        <translation>AUTOMATIK HÄLT AN</translation>
    </message>
    <message>
        <source>%1 Look at what is on air; arm the plan again when it should act.</source>
        <translation>%1 Ansehen, was auf Sendung ist; den Plan wieder scharf schalten, wenn er handeln soll.</translation>
    </message>
    <message>
        <source>NOTHING TO SWITCH TO</source>
        <translation>KEIN AUSWEG</translation>
    </message>
    <message>
        <source>%1 Bring an input back, or cut to one that you trust.</source>
        <translation>%1 Einen Eingang zurückholen, oder auf einen schneiden, dem Sie trauen.</translation>
    </message>
    <message>
        <source>ADVICE: SWITCH TO %1</source>
        <translation>RAT: AUF %1 SCHALTEN</translation>
    </message>
    <message>
        <source>%1 F8 held takes the advice.</source>
        <translation>%1 F8 gehalten nimmt den Rat an.</translation>
    </message>
    <message>
        <source>%1 IN DOUBT</source>
        <translation>%1 IN ZWEIFEL</translation>
    </message>
    <message>
        <source>%1 Look at both.</source>
        <translation>%1 Beide ansehen.</translation>
    </message>
    <message>
        <source>%1 IS FIT AGAIN</source>
        <translation>%1 IST WIEDER GUT</translation>
    </message>
    <message>
        <source>%1 F10 held returns to it.</source>
        <translation>%1 F10 gehalten kehrt zurück.</translation>
    </message>
</context>
<context>
    <name>gantry::PlanCard</name>
    <message>
        <source>AUTO</source>
        <comment>arms a plan</comment>
        <translation>AUTO</translation>
    </message>
    <message>
        <source>The plan %1 switches %2 by itself from then on.</source>
        <translation>Der Plan %1 schaltet %2 von da an selbst.</translation>
    </message>
    <message>
        <source>ADVISE</source>
        <comment>arms a plan</comment>
        <translation>RAT</translation>
    </message>
    <message>
        <source>The plan %1 says what it would do, and does nothing.</source>
        <translation>Der Plan %1 sagt, was er täte, und tut nichts.</translation>
    </message>
    <message>
        <source>OFF</source>
        <comment>lays a plan by</comment>
        <translation>AUS</translation>
    </message>
    <message>
        <source>The plan %1 is laid by.</source>
        <translation>Der Plan %1 wird weggelegt.</translation>
    </message>
    <message>
        <source>HOLD · F12</source>
        <translation>HALT · F12</translation>
    </message>
    <message>
        <source>One press: no plan of this room decides anything until it is armed again (F12)</source>
        <translation>Ein Druck: kein Plan dieses Raums entscheidet etwas, bis er wieder scharf geschaltet wird (F12)</translation>
    </message>
    <message>
        <source>Hold all automation, at one press</source>
        <translation>Alle Automatik anhalten, mit einem Druck</translation>
    </message>
    <message>
        <source>Advice · F8</source>
        <translation>Rat · F8</translation>
    </message>
    <message>
        <source>Carries out what the plan advises or offers. F8 held does so.</source>
        <translation>Führt aus, was der Plan rät oder anbietet. F8 gehalten tut dasselbe.</translation>
    </message>
    <message>
        <source>Return · F10</source>
        <translation>Zurück · F10</translation>
    </message>
    <message>
        <source>Puts %1 of %2 on air. The plan stays armed. F10 held does so.</source>
        <translation>Bringt %1 von %2 auf Sendung. Der Plan bleibt scharf. F10 gehalten tut dasselbe.</translation>
    </message>
    <message>
        <source>SLATE · F9</source>
        <translation>TAFEL · F9</translation>
    </message>
    <message>
        <source>Puts %1 of %2 on air. A plan in AUTO holds. F9 held does so.</source>
        <translation>Bringt %1 von %2 auf Sendung. Ein Plan in AUTO hält an. F9 gehalten tut dasselbe.</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>ADVICE: %1</source>
        <translation>RAT: %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>a warning</comment>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>on already</source>
        <translation>ist schon an</translation>
    </message>
    <message>
        <source>off already</source>
        <translation>ist schon aus</translation>
    </message>
    <message>
        <source>none now</source>
        <comment>advice</comment>
        <translation>jetzt keiner</translation>
    </message>
</context>
<context>
    <name>gantry::PlanKeys</name>
    <message>
        <source>Several plans could be meant: put the focus on the card of one (Tab), then hold the key.</source>
        <translation>Mehrere Pläne könnten gemeint sein: den Fokus auf die Karte von einem setzen (Tab), dann die Taste halten.</translation>
    </message>
    <message>
        <source>%1 has no slate.</source>
        <translation>%1 hat keine Tafel.</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Jetzt nicht: %1</translation>
    </message>
</context>
<context>
    <name>gantry::PlanModel</name>
    <message>
        <source>automation: %1</source>
        <comment>mode</comment>
        <translation>Automatik: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, mode</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plan %1 of %2: %3. %4. %5. %6</source>
        <comment>plan, encoder, mode, on air, inputs, what it waits for</comment>
        <translation>Plan %1 von %2: %3. %4. %5. %6</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>input, feed</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>on air: not known</source>
        <translation>auf Sendung: nicht bekannt</translation>
    </message>
    <message>
        <source>on air: %1</source>
        <translation>auf Sendung: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>input, fitness</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 for %3</source>
        <comment>input, fitness, time</comment>
        <translation>%1: %2 seit %3</translation>
    </message>
    <message>
        <source>%1: %2, %3 for %4</source>
        <comment>input, fitness, fault, time</comment>
        <translation>%1: %2, %3 seit %4</translation>
    </message>
    <message>
        <source>%1: made by the encoder, trusted</source>
        <translation>%1: macht der Encoder selbst, gilt als gut</translation>
    </message>
    <message>
        <source>witness %1</source>
        <translation>Zeuge %1</translation>
    </message>
    <message>
        <source>armed: decides in %1</source>
        <translation>scharf: entscheidet in %1</translation>
    </message>
    <message>
        <source>settling after a switch: decides in %1</source>
        <translation>beruhigt sich nach einem Schalten: entscheidet in %1</translation>
    </message>
    <message>
        <source>its switch is under way</source>
        <translation>sein Schalten ist unterwegs</translation>
    </message>
    <message>
        <source>decides nothing: the log cannot be written</source>
        <translation>entscheidet nichts: das Protokoll kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>time, step, reason</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <comment>who, why</comment>
        <translation>von %1: %2</translation>
    </message>
    <message>
        <source>The provider's own failover is on: %1 may switch by itself, and the plan then holds.</source>
        <translation>Das eigene Umschalten des Anbieters ist an: %1 kann von selbst schalten, und der Plan hält dann an.</translation>
    </message>
    <message>
        <source>The provider's own failover is on: %1 goes back to %2 by itself, and the plan then holds.</source>
        <translation>Das eigene Umschalten des Anbieters ist an: %1 geht von selbst auf %2 zurück, und der Plan hält dann an.</translation>
    </message>
</context>
<context>
    <name>gantry::PlanRules</name>
    <message>
        <source>%1 held the automation before it left.</source>
        <translation>%1 hat die Automatik angehalten, bevor es hinausging.</translation>
    </message>
    <message>
        <source>All automation was held.</source>
        <translation>Alle Automatik wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 advises nothing now.</source>
        <translation>%1 rät jetzt nichts.</translation>
    </message>
    <message>
        <source>advised by %1: %2</source>
        <comment>plan, reason</comment>
        <translation>auf Rat von %1: %2</translation>
    </message>
    <message>
        <source>return to the first input</source>
        <translation>zurück zum ersten Eingang</translation>
    </message>
    <message>
        <source>%1 has no slate: no input of it is trusted.</source>
        <translation>%1 hat keine Tafel: keiner seiner Eingänge gilt als gut.</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>Tafel</translation>
    </message>
</context>
<context>
    <name>gantry::ProgramAlarms</name>
    <message>
        <source>RETURN SHOWS NONE OF THEM</source>
        <translation>RÜCKWEG ZEIGT KEINEN DAVON</translation>
    </message>
    <message>
        <source>RETURN SHOWS %1</source>
        <comment>the name of a feed</comment>
        <translation>RÜCKWEG ZEIGT %1</translation>
    </message>
    <message>
        <source>%1 says that it takes %2, and %3 does not show it. Look at the return; switch again if the wrong picture is on air.</source>
        <comment>an encoder, a feed, its return</comment>
        <translation>%1 sagt, dass es %2 nimmt, und %3 zeigt das nicht. Den Rückweg ansehen; noch einmal schalten, wenn das falsche Bild auf Sendung ist.</translation>
    </message>
</context>
<context>
    <name>gantry::QuestionStrip</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The code your device shows. Enter sends it</source>
        <translation>Der Code, den das Gerät zeigt. Eingabe sendet ihn</translation>
    </message>
    <message>
        <source>Sends the code (Enter)</source>
        <translation>Sendet den Code (Eingabe)</translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n Ziffer</numerusform>
            <numerusform>%n Ziffern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gantry::Readiness</name>
    <message>
        <source>Screens</source>
        <translation>Bildschirme</translation>
    </message>
    <message>
        <source>The windows are made for 1280 × 720 and more.</source>
        <translation>Die Fenster sind für 1280 × 720 und mehr gemacht.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>A test picture is being decoded.</source>
        <translation>Ein Testbild wird gerade dekodiert.</translation>
    </message>
    <message>
        <source>%1 decodes them: its test picture was right.</source>
        <translation>%1 dekodiert sie: Das Testbild stimmte.</translation>
    </message>
    <message>
        <source>They are decoded in software.</source>
        <translation>Sie werden in Software dekodiert.</translation>
    </message>
    <message>
        <source>There is a graphics card, and it does not decode: %1 “gantry gpu-check” tells more.</source>
        <translation>Es gibt eine Grafikkarte, und sie dekodiert nicht: %1 „gantry gpu-check“ sagt mehr.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>The sound system is being asked.</source>
        <translation>Das Tonsystem wird gerade gefragt.</translation>
    </message>
    <message>
        <source>There is no device.</source>
        <translation>Es gibt kein Gerät.</translation>
    </message>
    <message>
        <source>Levels are measured all the same; nothing can be listened to.</source>
        <translation>Pegel werden trotzdem gemessen; abhören lässt sich nichts.</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>It is being asked.</source>
        <translation>Er wird gerade gefragt.</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Er antwortet.</translation>
    </message>
    <message>
        <source>It does not answer: %1</source>
        <translation>Er antwortet nicht: %1</translation>
    </message>
    <message>
        <source>Secrets can come from environment variables instead.</source>
        <translation>Geheimnisse können stattdessen aus Umgebungsvariablen kommen.</translation>
    </message>
    <message>
        <source>Network buffers</source>
        <translation>Netzpuffer</translation>
    </message>
    <message>
        <source>This system does not tell how large they may be.</source>
        <translation>Dieses System sagt nicht, wie groß sie sein dürfen.</translation>
    </message>
    <message>
        <source>Up to %1: %2 ms of a feed of 20 Mb/s.</source>
        <translation>Bis zu %1: %2 ms eines Feeds mit 20 Mb/s.</translation>
    </message>
    <message>
        <source>A busy moment may lose packets of every feed. In a terminal: sudo sysctl -w net.core.rmem_max=%1 – for good in a file of /etc/sysctl.d.</source>
        <translation>Ist die Maschine einen Moment lang beschäftigt, können Pakete jedes Feeds verloren gehen. In einem Terminal: sudo sysctl -w net.core.rmem_max=%1 – auf Dauer in einer Datei in /etc/sysctl.d.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>This system does not tell whether a time server keeps it.</source>
        <translation>Dieses System sagt nicht, ob ein Zeitserver sie stellt.</translation>
    </message>
    <message>
        <source>Times of providers, of other desks and of recordings will not agree with the session's. In a terminal: sudo timedatectl set-ntp true</source>
        <translation>Die Zeiten von Anbietern, anderen Pulten und Aufzeichnungen stimmen dann nicht mit denen der Sitzung überein. In einem Terminal: sudo timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>No time server keeps it.</source>
        <translation>Kein Zeitserver stellt sie.</translation>
    </message>
    <message>
        <source>A time server keeps it, within %1 ms.</source>
        <translation>Ein Zeitserver stellt sie, auf %1 ms genau.</translation>
    </message>
    <message>
        <source>Room for sessions</source>
        <translation>Platz für Sitzungen</translation>
    </message>
    <message>
        <source>Nothing can be written to %1.</source>
        <translation>Nach %1 lässt sich nichts schreiben.</translation>
    </message>
    <message>
        <source>Make the folder, or let this user write there.</source>
        <translation>Den Ordner anlegen, oder diesen Benutzer dort schreiben lassen.</translation>
    </message>
    <message>
        <source>%1 are free in %2.</source>
        <translation>%1 sind frei in %2.</translation>
    </message>
    <message>
        <source>Free some: a session that cannot be written is an alarm.</source>
        <translation>Platz schaffen: Eine Sitzung, die sich nicht schreiben lässt, ist ein Alarm.</translation>
    </message>
</context>
<context>
    <name>gantry::ReadinessPane</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>bitte ansehen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Ready for a show?</source>
        <translation>Bereit für eine Show?</translation>
    </message>
    <message>
        <source>What this machine brings, and what to do where something is missing</source>
        <translation>Was diese Maschine mitbringt, und was zu tun ist, wo etwas fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a point, a word</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gantry::RehearsalStage</name>
    <message>
        <source>The rehearsal cloud did not start: %1</source>
        <translation>Die Proben-Cloud ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>The rehearsal cloud ended at once: %1</source>
        <translation>Die Proben-Cloud hat sich sofort beendet: %1</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>All</source>
        <comment>layout</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Vertical</source>
        <comment>layout</comment>
        <translation>Hochkant</translation>
    </message>
    <message>
        <source>Main stage</source>
        <comment>a failover plan</comment>
        <translation>Hauptbühne</translation>
    </message>
</context>
<context>
    <name>gantry::ReplayRoom</name>
    <message>
        <source>Read the show inside the session</source>
        <translation>Show in der Sitzung lesen</translation>
    </message>
    <message>
        <source>The session was written by another version, or is damaged. Its tables can still be read with sqlite3.</source>
        <translation>Die Sitzung stammt von einer anderen Version oder ist beschädigt. Ihre Tabellen sind weiterhin mit sqlite3 lesbar.</translation>
    </message>
    <message>
        <source>This session ended without goodbye: the program or the machine stopped suddenly. All that was written is here.</source>
        <translation>Diese Sitzung wurde nicht ordnungsgemäß beendet: Programm oder Rechner sind plötzlich ausgefallen. Alles bis dahin Geschriebene ist hier.</translation>
    </message>
    <message>
        <source>REPLAY · %1 · %2</source>
        <comment>day, file</comment>
        <translation>WIEDERGABE · %1 · %2</translation>
    </message>
    <message>
        <source>A replay has no sound: a session keeps levels, not the sound itself.</source>
        <translation>Eine Wiedergabe hat keinen Ton: eine Sitzung speichert Pegel, nicht den Ton selbst.</translation>
    </message>
</context>
<context>
    <name>gantry::ReplayWindow</name>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts passiert.</translation>
    </message>
    <message>
        <source>Last, %2 ago: %1</source>
        <comment>what, how long ago</comment>
        <translation>Zuletzt, vor %2: %1</translation>
    </message>
</context>
<context>
    <name>gantry::RoomStatus</name>
    <message>
        <source>log: safe</source>
        <translation>Protokoll: gesichert</translation>
    </message>
    <message>
        <source>log: NOT SAFE</source>
        <translation>Protokoll: UNGESICHERT</translation>
    </message>
    <message>
        <source>Samples that could not be kept: %1.</source>
        <translation>Nicht gespeicherte Messwerte: %1.</translation>
    </message>
    <message>
        <source>Everything that happens is on disk.</source>
        <translation>Alles, was geschieht, ist auf dem Datenträger.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>fault, what was dropped</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gantry::RoomWindow</name>
    <message>
        <source>&amp;Windows</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Gantry</source>
        <translation>&amp;Über Gantry</translation>
    </message>
    <message>
        <source>%1 · %2 · Gantry</source>
        <comment>show, window</comment>
        <translation>%1 · %2 · Gantry</translation>
    </message>
    <message>
        <source>&amp;End and close all windows</source>
        <translation>&amp;Beenden und alle Fenster schließen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Gantry</source>
        <translation>Über Gantry</translation>
    </message>
    <message>
        <source>&lt;b&gt;Gantry %1&lt;/b&gt;&lt;br&gt;The control room for live shows that run through the cloud.&lt;br&gt;Qt %2. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>&lt;b&gt;Gantry %1&lt;/b&gt;&lt;br&gt;Die Regie für Live-Shows, die durch die Cloud laufen.&lt;br&gt;Qt %2. Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Raum</translation>
    </message>
    <message>
        <source>&amp;Lock, unlock</source>
        <translation>&amp;Sperren, entsperren</translation>
    </message>
    <message>
        <source>Locked, no window closes and the show does not end by accident; twice unlocks</source>
        <translation>Gesperrt schließt kein Fenster und endet die Show nicht aus Versehen; zweimal entsperrt</translation>
    </message>
    <message>
        <source>&amp;Edit layouts</source>
        <translation>&amp;Anordnungen ändern</translation>
    </message>
    <message>
        <source>Layouts can be changed, or no longer</source>
        <translation>Anordnungen können geändert werden, oder nicht mehr</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · Gantry</source>
        <comment>show or banner, window, EDIT or SHOW or LOCKED</comment>
        <translation>%1 · %2 · %3 · Gantry</translation>
    </message>
    <message>
        <source>&lt;table cellspacing=6&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Tab, arrows&lt;/b&gt;&lt;/td&gt;&lt;td&gt;move the focus&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;1–9, 0&lt;/b&gt;&lt;/td&gt;&lt;td&gt;select a feed on the wall, with Shift 11–20&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F&lt;/b&gt;&lt;/td&gt;&lt;td&gt;the selected tile fills the wall, and back&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;L&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on the wall: listen to the selected feed, and stop&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;O&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on the wall: safe areas, centre cuts, and neither&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;P&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on the wall: audio bars by sample peak, programme meter or true peak&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Delete&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on the wall: clear the OVER marks&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F, Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;in the list of feeds: everything that is known of one, Esc closes it&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;acknowledge the alarm in focus&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;hold Space or Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on Start, Stop or Switch: acts after 0.6 s&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Space, J K L, ← →&lt;/b&gt;&lt;/td&gt;&lt;td&gt;replay: play, slower, stop, faster, 1 s steps&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;A, C&lt;/b&gt;&lt;/td&gt;&lt;td&gt;replay: next alarm, next command; with Shift the one before&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+L&lt;/b&gt;&lt;/td&gt;&lt;td&gt;lock the room; twice unlocks it&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+1–9&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on a wall: its layout&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+E&lt;/b&gt;&lt;/td&gt;&lt;td&gt;layouts can be changed, and no longer&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Shift+E&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on a wall: edit its layout&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Shift+N&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on a wall: one more wall&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F2–F7&lt;/b&gt;&lt;/td&gt;&lt;td&gt;bring up a window&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;hold F8&lt;/b&gt;&lt;/td&gt;&lt;td&gt;take what a failover plan advises&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;hold F9&lt;/b&gt;&lt;/td&gt;&lt;td&gt;cut to the slate of a plan&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;hold F10&lt;/b&gt;&lt;/td&gt;&lt;td&gt;return to the first input of a plan&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F12&lt;/b&gt;&lt;/td&gt;&lt;td&gt;hold all automation, at one press&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F11, Esc&lt;/b&gt;&lt;/td&gt;&lt;td&gt;full screen, and back&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Shift+Q&lt;/b&gt;&lt;/td&gt;&lt;td&gt;end&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;table cellspacing=6&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Tab, Pfeiltasten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Fokus bewegen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;1–9, 0&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Feed auf der Monitorwand auswählen, mit Umschalt 11–20&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F&lt;/b&gt;&lt;/td&gt;&lt;td&gt;ausgewählte Kachel füllt die Monitorwand, und zurück&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;L&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: ausgewählten Feed hören, und beenden&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;O&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: sichere Bereiche, Mittelausschnitte, und keins davon&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;P&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: Tonpegel nach Spitzenwert, Programmpegel oder True Peak&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Entf&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: die OVER-Marken löschen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F, Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;in der Liste der Feeds: alles, was über einen bekannt ist, Esc schließt es&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Alarm im Fokus quittieren&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Leertaste oder Enter halten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;bei Starten, Stoppen oder Umschalten: löst nach 0,6 s aus&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Leertaste, J K L, ← →&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Wiedergabe: abspielen, langsamer, stopp, schneller, Schritte von 1 s&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;A, C&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Wiedergabe: nächster Alarm, nächster Befehl; mit Umschalt der vorherige&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+L&lt;/b&gt;&lt;/td&gt;&lt;td&gt;den Raum sperren; zweimal entsperrt ihn&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+1–9&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: ihre Anordnung&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+E&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Anordnungen lassen sich ändern, und nicht mehr&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+Umschalt+E&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: ihre Anordnung bearbeiten&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+Umschalt+N&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Monitorwand: noch eine Monitorwand&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F2–F7&lt;/b&gt;&lt;/td&gt;&lt;td&gt;ein Fenster nach vorn holen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F8 halten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;annehmen, was ein Ausfallplan rät&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F9 halten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;auf die Tafel eines Plans schneiden&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F10 halten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;zum ersten Eingang eines Plans zurückkehren&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F12&lt;/b&gt;&lt;/td&gt;&lt;td&gt;alle Automatik anhalten, mit einem Druck&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F11, Esc&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Vollbild, und zurück&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+Umschalt+Q&lt;/b&gt;&lt;/td&gt;&lt;td&gt;beenden&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
</context>
<context>
    <name>gantry::SandboxRoom</name>
    <message>
        <source>A line is one JSON object: %1</source>
        <translation>Eine Zeile ist ein JSON-Objekt: %1</translation>
    </message>
    <message>
        <source>this line</source>
        <translation>diese Zeile</translation>
    </message>
</context>
<context>
    <name>gantry::SeenRule</name>
    <message>
        <source>%1 shows %2, %3 s after the order was sent.</source>
        <translation>%1 zeigt %2, %3 s nachdem der Befehl gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>gantry::Sequencer</name>
    <message>
        <source>This computer's clock was set by %1 s. Durations and order are not affected.</source>
        <translation>Die Uhr dieses Rechners wurde um %1 s verstellt. Dauer und Reihenfolge sind nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>gantry::SeriesStore</name>
    <message>
        <source>%1 viewers</source>
        <translation>%1: Zuschauer</translation>
    </message>
    <message>
        <source>viewers</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>%1 rebuffering</source>
        <translation>%1: Nachladen</translation>
    </message>
    <message>
        <source>rebuffering</source>
        <translation>Nachladen</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 receive rate</source>
        <translation>%1: Empfangsrate</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>Mb/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>%1 round trip</source>
        <translation>%1: Laufzeit (RTT)</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1: Pakete</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>pkt/s</source>
        <translation>Pkt/s</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>where, what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>command, step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>retransmitted</source>
        <translation>erneut gesendet</translation>
    </message>
    <message>
        <source>%1 latency ÷ RTT</source>
        <translation>%1: Latenz ÷ RTT</translation>
    </message>
    <message>
        <source>latency ÷ RTT</source>
        <translation>Latenz ÷ RTT</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>%1 loudness</source>
        <translation>%1: Lautheit</translation>
    </message>
    <message>
        <source>short-term</source>
        <translation>Kurzzeit</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>integrated</source>
        <translation>integriert</translation>
    </message>
    <message>
        <source>true peak</source>
        <translation>True Peak</translation>
    </message>
    <message>
        <source>dBTP</source>
        <translation>dBTP</translation>
    </message>
    <message>
        <source>%1 sound before picture</source>
        <translation>%1: Ton vor Bild</translation>
    </message>
    <message>
        <source>A/V offset</source>
        <translation>A/V-Versatz</translation>
    </message>
    <message>
        <source>%1 behind %2</source>
        <comment>backup, primary</comment>
        <translation>%1: Rückstand auf %2</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>feed, splice cue</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 encoder rates</source>
        <translation>%1 Encoder-Datenraten</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 encoder dropped frames</source>
        <translation>%1 Encoder: verworfene Bilder</translation>
    </message>
    <message>
        <source>dropped frames</source>
        <translation>verworfene Bilder</translation>
    </message>
    <message>
        <source>%1 encoder without input</source>
        <translation>%1 Encoder ohne Eingang</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>Ersatzbild</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>input lost</source>
        <translation>Eingang weg</translation>
    </message>
</context>
<context>
    <name>gantry::ShowLock</name>
    <message>
        <source>EDIT</source>
        <comment>layouts can be changed</comment>
        <translation>ÄNDERN</translation>
    </message>
    <message>
        <source>SHOW</source>
        <comment>layouts cannot be changed</comment>
        <translation>SHOW</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <comment>nothing closes by accident</comment>
        <translation>GESPERRT</translation>
    </message>
    <message>
        <source>The room is in Show. Ctrl+E lets layouts be changed.</source>
        <translation>Der Raum ist im Show-Modus. Strg+E lässt Anordnungen ändern.</translation>
    </message>
    <message>
        <source>The room is locked. Ctrl+L twice unlocks it, then Ctrl+E lets layouts be changed.</source>
        <translation>Der Raum ist gesperrt. Strg+L zweimal entsperrt ihn, dann lässt Strg+E Anordnungen ändern.</translation>
    </message>
    <message>
        <source>Locked: no window closes and the show does not end. Ctrl+L twice unlocks.</source>
        <translation>Gesperrt: kein Fenster schließt, und die Show endet nicht. Strg+L zweimal entsperrt.</translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation>Entsperrt.</translation>
    </message>
    <message>
        <source>Ctrl+L once more unlocks.</source>
        <translation>Noch einmal Strg+L entsperrt.</translation>
    </message>
    <message>
        <source>The room is locked. Ctrl+L twice unlocks.</source>
        <translation>Der Raum ist gesperrt. Strg+L zweimal entsperrt.</translation>
    </message>
</context>
<context>
    <name>gantry::SoundAlarms</name>
    <message>
        <source>NO AUDIO</source>
        <translation>KEIN TON</translation>
    </message>
    <message>
        <source>SILENCE</source>
        <translation>STILLE</translation>
    </message>
    <message>
        <source>The stream carries no sound any more. Look at the sender's sound input.</source>
        <translation>Der Stream enthält keinen Ton mehr. Toneingang des Senders prüfen.</translation>
    </message>
    <message>
        <source>No channel is above the silence limit. Look at the sound desk and the sender's input.</source>
        <translation>Kein Kanal liegt über der Stillegrenze. Tonpult und Eingang des Senders prüfen.</translation>
    </message>
    <message>
        <source>CHANNEL SILENT</source>
        <translation>KANAL STUMM</translation>
    </message>
    <message>
        <source>Channel %1 is silent while others are not. Look at its cable and the sender's channel map.</source>
        <translation>Kanal %1 ist stumm, andere nicht. Sein Kabel und die Kanalzuordnung des Senders prüfen.</translation>
    </message>
    <message>
        <source>OUT OF PHASE</source>
        <translation>GEGENPHASIG</translation>
    </message>
    <message>
        <source>Left and right cancel each other: who listens in mono hears little. Turn one channel's polarity.</source>
        <translation>Links und rechts löschen sich gegenseitig aus: wer mono hört, hört wenig. Polarität eines Kanals drehen.</translation>
    </message>
    <message>
        <source>CLIPPING</source>
        <translation>ÜBERSTEUERT</translation>
    </message>
    <message>
        <source>%1 % of the samples of the last 10 s are at full scale. Lower the level before the sender.</source>
        <translation>%1 % der Samples der letzten 10 s sind voll ausgesteuert. Pegel vor dem Sender senken.</translation>
    </message>
    <message>
        <source>TOO LOUD</source>
        <translation>ZU LAUT</translation>
    </message>
    <message>
        <source>TOO SOFT</source>
        <translation>ZU LEISE</translation>
    </message>
    <message>
        <source>Integrated loudness is %1 LUFS, the target %2 LUFS. Change the level by %3 dB.</source>
        <translation>Die integrierte Lautheit beträgt %1 LUFS, das Ziel %2 LUFS. Pegel um %3 dB ändern.</translation>
    </message>
    <message>
        <source>TRUE PEAK</source>
        <translation>TRUE PEAK</translation>
    </message>
    <message>
        <source>True peak is %1 dBTP, at most %2 dBTP survive the next encoder. Lower the level or its limiter.</source>
        <translation>True Peak ist %1 dBTP, höchstens %2 dBTP überstehen den nächsten Encoder. Pegel senken oder Limiter tiefer einstellen.</translation>
    </message>
    <message>
        <source>A/V OFFSET</source>
        <translation>A/V-VERSATZ</translation>
    </message>
    <message>
        <source>Sound comes %1 ms before its picture. Delay the sound at the sender.</source>
        <translation>Der Ton kommt %1 ms vor seinem Bild. Ton am Sender verzögern.</translation>
    </message>
    <message>
        <source>Sound comes %1 ms after its picture. Delay the picture at the sender.</source>
        <translation>Der Ton kommt %1 ms nach seinem Bild. Bild am Sender verzögern.</translation>
    </message>
</context>
<context>
    <name>gantry::SourceHealth</name>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>packets dropped</source>
        <translation>Pakete verworfen</translation>
    </message>
    <message>
        <source>bitrate too low</source>
        <translation>Bitrate zu niedrig</translation>
    </message>
    <message>
        <source>transport errors</source>
        <translation>Fehler im Transportstrom</translation>
    </message>
</context>
<context>
    <name>gantry::StartWindow</name>
    <message>
        <source>Gantry</source>
        <translation>Gantry</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Proben</translation>
    </message>
    <message>
        <source>A room on test feeds and a sandbox cloud. Nothing to fill in, no account.</source>
        <translation>Eine Regie mit Test-Feeds und Sandbox-Cloud. Nichts auszufüllen, kein Konto.</translation>
    </message>
    <message>
        <source>&amp;Open a show…</source>
        <translation>Show ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Its feeds, its encoders and its viewers, from one show file.</source>
        <translation>Ihre Feeds, Encoder und Zuschauer, aus einer Showdatei.</translation>
    </message>
    <message>
        <source>Open a show</source>
        <translation>Show öffnen</translation>
    </message>
    <message>
        <source>Shows (*.json)</source>
        <translation>Shows (*.json)</translation>
    </message>
    <message>
        <source>Re&amp;play a session…</source>
        <translation>&amp;Sitzung wiedergeben…</translation>
    </message>
    <message>
        <source>A recorded session, in the same windows.</source>
        <translation>Eine aufgezeichnete Sitzung, in denselben Fenstern.</translation>
    </message>
    <message>
        <source>Replay a session</source>
        <translation>Sitzung wiedergeben</translation>
    </message>
    <message>
        <source>Sessions (*.gantry)</source>
        <translation>Sitzungen (*.gantry)</translation>
    </message>
    <message>
        <source>Recorded &amp;last</source>
        <translation>&amp;Zuletzt aufgezeichnet</translation>
    </message>
    <message>
        <source>Recorded last</source>
        <translation>Zuletzt aufgezeichnet</translation>
    </message>
    <message>
        <source>Enter or a double click replays a session</source>
        <translation>Enter oder Doppelklick gibt eine Sitzung wieder</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Ready for a show?</source>
        <translation>Bereit für eine Show?</translation>
    </message>
</context>
<context>
    <name>gantry::TallyRule</name>
    <message>
        <source>no encoder takes this feed</source>
        <translation>kein Encoder nutzt diesen Feed</translation>
    </message>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 nutzt %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 meldet %2</translation>
    </message>
    <message>
        <source>%1, and %2 shows it</source>
        <comment>what the encoder takes, the return</comment>
        <translation>%1, und %2 zeigt es</translation>
    </message>
    <message>
        <source>%1 shows it, but %2</source>
        <comment>the return, what the provider says</comment>
        <translation>%1 zeigt es, aber: %2</translation>
    </message>
    <message>
        <source>%1 shows something else</source>
        <comment>the return</comment>
        <translation>%1 zeigt etwas anderes</translation>
    </message>
    <message>
        <source>%1, but %2 does not show it</source>
        <comment>what the encoder takes, the return</comment>
        <translation>%1, aber %2 zeigt es nicht</translation>
    </message>
</context>
<context>
    <name>gantry::TransportAlarms</name>
    <message>
        <source>sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>sync byte</source>
        <translation>Sync-Byte</translation>
    </message>
    <message>
        <source>PAT</source>
        <translation>PAT</translation>
    </message>
    <message>
        <source>continuity</source>
        <translation>Kontinuität</translation>
    </message>
    <message>
        <source>PMT</source>
        <translation>PMT</translation>
    </message>
    <message>
        <source>PID missing</source>
        <translation>PID fehlt</translation>
    </message>
    <message>
        <source>transport error</source>
        <translation>Transportfehler</translation>
    </message>
    <message>
        <source>CRC</source>
        <translation>CRC</translation>
    </message>
    <message>
        <source>PCR repetition</source>
        <translation>PCR-Wiederholung</translation>
    </message>
    <message>
        <source>PCR jump</source>
        <translation>PCR-Sprung</translation>
    </message>
    <message>
        <source>PCR accuracy</source>
        <translation>PCR-Genauigkeit</translation>
    </message>
    <message>
        <source>PTS</source>
        <translation>PTS</translation>
    </message>
    <message>
        <source>CAT</source>
        <translation>CAT</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>indicator, how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>NOT MPEG-TS</source>
        <translation>KEIN MPEG-TS</translation>
    </message>
    <message>
        <source>Data arrives, but it is not an MPEG transport stream. Set the sender to MPEG-TS (ffmpeg: -f mpegts).</source>
        <translation>Es kommen Daten an, aber kein MPEG-Transportstrom. Sender auf MPEG-TS einstellen (ffmpeg: -f mpegts).</translation>
    </message>
    <message>
        <source>PROGRAM MISSING</source>
        <translation>PROGRAMM FEHLT</translation>
    </message>
    <message>
        <source>Program %1 is not in the stream, which carries %2. Look at the multiplexer, or at program in the show file.</source>
        <translation>Programm %1 ist nicht im Stream, vorhanden: %2. Multiplexer prüfen oder program in der Showdatei.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>In the last 10 s: %1. The stream was damaged before it reached the link: look at the sender's encoder and multiplexer.</source>
        <translation>In den letzten 10 s: %1. Der Stream war schon vor der Verbindung beschädigt: Encoder und Multiplexer des Senders prüfen.</translation>
    </message>
    <message>
        <source>STREAM ERRORS</source>
        <translation>STREAMFEHLER</translation>
    </message>
    <message>
        <source>STREAM TIMING</source>
        <translation>STREAM-TIMING</translation>
    </message>
</context>
<context>
    <name>gantry::WallModel</name>
    <message>
        <source>NO AUDIO</source>
        <translation>KEIN TON</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>WARTET</translation>
    </message>
    <message>
        <source>STALLED</source>
        <translation>BILD STEHT</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>KEIN SIGNAL</translation>
    </message>
    <message>
        <source>AUDIO ONLY</source>
        <translation>NUR TON</translation>
    </message>
    <message>
        <source>WAITING FOR KEY PICTURE</source>
        <translation>WARTET AUF KEYFRAME</translation>
    </message>
    <message>
        <source>NOT MPEG-TS</source>
        <translation>KEIN MPEG-TS</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>for how long, and why</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: not started</source>
        <translation>%1: nicht gestartet</translation>
    </message>
    <message>
        <source>%1: connected to %2</source>
        <translation>%1: verbunden mit %2</translation>
    </message>
    <message>
        <source>%1: calling</source>
        <translation>%1: verbindet</translation>
    </message>
    <message>
        <source>%1: waiting for a sender</source>
        <translation>%1: wartet auf einen Sender</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>on program</source>
        <translation>im Programm</translation>
    </message>
    <message>
        <source>on preview</source>
        <translation>in der Vorschau</translation>
    </message>
    <message>
        <source>tally unknown</source>
        <translation>Tally unbekannt</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, for how long</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>WAITING FOR DATA</source>
        <translation>WARTET AUF DATEN</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>SCHWARZBILD</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>BILD EINGEFROREN</translation>
    </message>
    <message>
        <source>dropped %1 /s</source>
        <comment>packets in the last second</comment>
        <translation>verloren %1 /s</translation>
    </message>
    <message>
        <source>the decoder falls behind</source>
        <translation>der Decoder kommt nicht nach</translation>
    </message>
    <message>
        <source>latency %1 × RTT</source>
        <translation>Latenz %1 × RTT</translation>
    </message>
    <message>
        <source>on program, or not: provider and return do not agree</source>
        <translation>auf Sendung oder nicht: Anbieter und Rückweg widersprechen sich</translation>
    </message>
</context>
<context>
    <name>gantry::WallWindow</name>
    <message>
        <source>W&amp;all</source>
        <translation>&amp;Wand</translation>
    </message>
    <message>
        <source>Full screen on</source>
        <translation>Vollbild auf</translation>
    </message>
    <message>
        <source>&amp;New wall</source>
        <translation>&amp;Neue Wand</translation>
    </message>
    <message>
        <source>One more window with the same feeds; nothing is decoded twice</source>
        <translation>Noch ein Fenster mit denselben Feeds; nichts wird zweimal dekodiert</translation>
    </message>
</context>
<context>
    <name>gantry::WallWindows</name>
    <message>
        <source>Wall</source>
        <translation>Monitorwand</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>Wand %1</translation>
    </message>
    <message>
        <source>The monitor %1 is not there. This wall stands on the main one until it comes back.</source>
        <translation>Der Monitor %1 ist nicht da. Diese Wand steht auf dem Hauptmonitor, bis er zurückkommt.</translation>
    </message>
    <message>
        <source>The monitor %1 is back, and so is its wall.</source>
        <translation>Der Monitor %1 ist wieder da, und mit ihm seine Wand.</translation>
    </message>
</context>
<context>
    <name>gantry::command_line</name>
    <message>
        <source>The language to speak: en, de. Default: the desktop's.</source>
        <translation>Sprache der Oberfläche: en, de. Vorgabe: die des Desktops.</translation>
    </message>
    <message>
        <source>There is no language “%1”. There are en and de.</source>
        <translation>Die Sprache „%1“ gibt es nicht. Verfügbar sind en und de.</translation>
    </message>
    <message>
        <source>Words expected behind the verb: %1, found: %2. See --help.</source>
        <translation>Erwartete Angaben nach dem Verb: %1, gefunden: %2. Siehe --help.</translation>
    </message>
    <message>
        <source>--%1 takes a number of seconds above 0, at most a week; not “%2”.</source>
        <translation>--%1 erwartet eine Anzahl Sekunden über 0, höchstens eine Woche; nicht „%2“.</translation>
    </message>
    <message>
        <source>There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). To look all the same: gantry rehearse --for 12 --screenshots FOLDER</source>
        <translation>Keine Anzeige vorhanden (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt). Trotzdem ansehen: gantry rehearse --for 12 --screenshots ORDNER</translation>
    </message>
    <message>
        <source>Finds every fault of a show file in one run. Prints one line a fault: the place in the file, what is wrong, what is allowed. Exits 0 when there is none, 1 otherwise.</source>
        <translation>Findet alle Fehler einer Showdatei in einem Durchlauf. Gibt eine Zeile pro Fehler aus: die Stelle in der Datei, was falsch ist, was erlaubt ist. Endet mit 0, wenn es keinen gibt, sonst mit 1.</translation>
    </message>
    <message>
        <source>%1: faults found: %2</source>
        <translation>%1: gefundene Fehler: %2</translation>
    </message>
    <message>
        <source>%1: no faults. “%2”: feeds %3, encoders %4, audiences %5.</source>
        <translation>%1: keine Fehler. „%2“: Feeds %3, Encoder %4, Zuschauerquellen %5.</translation>
    </message>
    <message>
        <source>End after this many seconds. Default: until interrupted.</source>
        <translation>Nach so vielen Sekunden beenden. Vorgabe: bis zum Abbruch.</translation>
    </message>
    <message>
        <source>A sender connected, but no picture and no sound came.</source>
        <translation>Ein Sender hat sich verbunden, aber es kamen weder Bild noch Ton.</translation>
    </message>
    <message>
        <source>Nobody sent anything.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The feed %1 never came. %2</source>
        <translation>Der Feed %1 kam nie. %2</translation>
    </message>
    <message>
        <source>waiting, connecting, connected or failed</source>
        <translation>waiting, connecting, connected oder failed</translation>
    </message>
    <message>
        <source>why it is not connected, in words</source>
        <translation>warum nicht verbunden, in Worten</translation>
    </message>
    <message>
        <source>address of the other end</source>
        <translation>Adresse der Gegenstelle</translation>
    </message>
    <message>
        <source>how often it has connected</source>
        <translation>Anzahl der Verbindungen bisher</translation>
    </message>
    <message>
        <source>true when the stream is encrypted</source>
        <translation>true, wenn der Stream verschlüsselt ist</translation>
    </message>
    <message>
        <source>round-trip time, smoothed</source>
        <translation>Laufzeit (RTT), geglättet</translation>
    </message>
    <message>
        <source>negotiated SRT latency</source>
        <translation>ausgehandelte SRT-Latenz</translation>
    </message>
    <message>
        <source>received and waiting for its time</source>
        <translation>empfangen und noch nicht fällig</translation>
    </message>
    <message>
        <source>received over the last second</source>
        <translation>empfangen in der letzten Sekunde</translation>
    </message>
    <message>
        <source>SRT packets received since it connected</source>
        <translation>empfangene SRT-Pakete seit Verbindungsbeginn</translation>
    </message>
    <message>
        <source>gaps seen; may be repaired</source>
        <translation>erkannte Lücken; evtl. behebbar</translation>
    </message>
    <message>
        <source>packets sent again</source>
        <translation>erneut gesendete Pakete</translation>
    </message>
    <message>
        <source>packets that came after their time</source>
        <translation>zu spät gekommene Pakete</translation>
    </message>
    <message>
        <source>packets given up: what a viewer sees</source>
        <translation>aufgegebene Pakete: für Zuschauer sichtbar</translation>
    </message>
    <message>
        <source>packets that could not be decrypted</source>
        <translation>nicht entschlüsselbare Pakete</translation>
    </message>
    <message>
        <source>true when it is an MPEG transport stream</source>
        <translation>true, wenn es ein MPEG-Transportstrom ist</translation>
    </message>
    <message>
        <source>transport stream rate</source>
        <translation>Rate des Transportstroms</translation>
    </message>
    <message>
        <source>188-byte packets since it connected</source>
        <translation>188-Byte-Pakete seit Verbindungsbeginn</translation>
    </message>
    <message>
        <source>stuffing in the last second</source>
        <translation>Stopfdaten in der letzten Sekunde</translation>
    </message>
    <message>
        <source>live, stalled, no-signal, audio-only or waiting and for what</source>
        <translation>live, stalled, no-signal, audio-only oder waiting und worauf</translation>
    </message>
    <message>
        <source>video codec</source>
        <translation>Video-Codec</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>pictures a second, as the stream says</source>
        <translation>Bilder pro Sekunde laut Stream</translation>
    </message>
    <message>
        <source>age of the newest picture</source>
        <translation>Alter des neuesten Bildes</translation>
    </message>
    <message>
        <source>pictures decoded since it connected</source>
        <translation>decodierte Bilder seit Verbindungsbeginn</translation>
    </message>
    <message>
        <source>decoder errors</source>
        <translation>Decoderfehler</translation>
    </message>
    <message>
        <source>true when sound decodes</source>
        <translation>true, wenn Ton decodiert wird</translation>
    </message>
    <message>
        <source>audio codec</source>
        <translation>Audio-Codec</translation>
    </message>
    <message>
        <source>sample peak of each channel over the last 0.2 s: a list</source>
        <translation>Sample-Spitzenwert je Kanal über die letzten 0,2 s: eine Liste</translation>
    </message>
    <message>
        <source>loudness over 400 ms (EBU R 128)</source>
        <translation>Lautheit über 400 ms (EBU R 128)</translation>
    </message>
    <message>
        <source>loudness over 3 s (EBU R 128)</source>
        <translation>Lautheit über 3 s (EBU R 128)</translation>
    </message>
    <message>
        <source>since the probe began</source>
        <translation>seit Beginn der Messung</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Opens a room on test feeds and a sandbox cloud, all on this machine. Nothing to fill in, no account.</source>
        <translation>Öffnet eine Regie mit Test-Feeds und Sandbox-Cloud, alles auf diesem Rechner. Nichts auszufüllen, kein Konto.</translation>
    </message>
    <message>
        <source>REHEARSAL · nothing here is on air</source>
        <translation>PROBE · nichts hier ist auf Sendung</translation>
    </message>
    <message>
        <source>Opens a show: its feeds, its encoders, its viewers. Records a session.</source>
        <translation>Öffnet eine Show: ihre Feeds, Encoder und Zuschauer. Zeichnet eine Sitzung auf.</translation>
    </message>
    <message>
        <source>Opens a recorded session in the same windows. Nothing can go out.</source>
        <translation>Öffnet eine aufgezeichnete Sitzung in denselben Fenstern. Nichts kann nach außen gehen.</translation>
    </message>
    <message>
        <source>Begin this many seconds after the session began.</source>
        <translation>So viele Sekunden nach Beginn der Sitzung einsteigen.</translation>
    </message>
    <message>
        <source>Listen on this port of 127.0.0.1. Default: a free one.</source>
        <translation>Auf diesem Port von 127.0.0.1 lauschen. Vorgabe: ein freier.</translation>
    </message>
    <message>
        <source>Start, stop and switch in about 2 seconds instead of the provider's usual times.</source>
        <translation>Starten, Stoppen und Umschalten in etwa 2 Sekunden statt in den üblichen Zeiten des Anbieters.</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535.</source>
        <translation>--port erwartet eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Opens the start window.</source>
        <translation>Öffnet das Startfenster.</translation>
    </message>
    <message>
        <source>Cannot start %1.</source>
        <translation>%1 lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>Send no sound.</source>
        <translation>Keinen Ton senden.</translation>
    </message>
    <message>
        <source>Send no picture.</source>
        <translation>Kein Bild senden.</translation>
    </message>
    <message>
        <source>Write NAME=srt://host:port.</source>
        <translation>Als NAME=srt://host:port schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no feed. %2</source>
        <translation>„%1“ ist kein Feed. %2</translation>
    </message>
    <message>
        <source>Name at least one feed: "CAM 1=srt://127.0.0.1:9001".</source>
        <translation>Mindestens einen Feed angeben: "CAM 1=srt://127.0.0.1:9001".</translation>
    </message>
    <message>
        <source>Cannot write the screenshot %1: is there space, and may you write there?</source>
        <translation>Der Screenshot %1 lässt sich nicht schreiben: ist Platz vorhanden und der Ordner beschreibbar?</translation>
    </message>
    <message>
        <source>End after this many seconds.</source>
        <translation>Nach so vielen Sekunden beenden.</translation>
    </message>
    <message>
        <source>Write a picture of every window into this folder just before the end; works without a display.</source>
        <translation>Kurz vor dem Ende ein Bild jedes Fensters in diesen Ordner schreiben; geht auch ohne Anzeige.</translation>
    </message>
    <message>
        <source>Letters this much larger: 1 to 2.</source>
        <translation>Schrift um diesen Faktor größer: 1 bis 2.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>--font-scale takes a number from 1 to 2.</source>
        <translation>--font-scale erwartet eine Zahl von 1 bis 2.</translation>
    </message>
    <message>
        <source>packets thrown away because the decoder fell behind</source>
        <translation>verworfene Pakete, weil der Decoder nicht nachkam</translation>
    </message>
    <message>
        <source>Tries whether this machine's GPU takes a picture from the packet to a texture, by CUDA and by VA-API. Prints one line a point: device, number, pass, fail or skipped, and what was seen. 1 driver, 2 what it decodes, 3 OpenGL without a window, 4 test pictures decoded there, 5 textures equal to the processor's pictures, 6 speed. Exits 0 when no point failed, 1 when one did, 77 when there is no GPU that decodes.</source>
        <translation>Prüft, ob die GPU dieses Rechners ein Bild vom Paket bis zur Textur bringt, über CUDA und über VA-API. Gibt eine Zeile pro Punkt aus: Gerät, Nummer, pass, fail oder skipped, und den Befund. 1 Treiber, 2 was er decodiert, 3 OpenGL ohne Fenster, 4 dort decodierte Testbilder, 5 Texturen gleich den Bildern des Prozessors, 6 Geschwindigkeit. Endet mit 0, wenn kein Punkt fehlschlug, mit 1, wenn einer fehlschlug, mit 77, wenn keine GPU da ist, die decodiert.</translation>
    </message>
    <message>
        <source>Print one JSON object instead.</source>
        <translation>Stattdessen ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <source>Leave out point 6, which takes up to a minute.</source>
        <translation>Punkt 6 auslassen, der bis zu einer Minute dauert.</translation>
    </message>
    <message>
        <source>nothing, this build knows no GPU</source>
        <translation>nichts, dieser Build kennt keine GPU</translation>
    </message>
    <message>
        <source>There is no GPU here that decodes. Looked for: %1.</source>
        <translation>Hier gibt es keine GPU, die decodiert. Gesucht: %1.</translation>
    </message>
    <message>
        <source>Takes one feed and prints what it is made of: one JSON object a second on stdout. Exits 0, or 1 when the feed never came. The URL begins with srt, http or https (HLS and DASH), rtmp, rtmps, rtsp, udp, rtp or file. A passphrase, or what goes with another URL (name:password, or the query of a signed one from ? on), is taken from the environment variable GANTRY_PASSPHRASE. Options of an SRT address, behind ? and with &amp; between them: %1. The objects' keys:</source>
        <translation>Empfängt einen Feed und gibt aus, woraus er besteht: ein JSON-Objekt pro Sekunde auf stdout. Endet mit 0, oder mit 1, wenn der Feed nie kam. Die URL beginnt mit srt, http oder https (HLS und DASH), rtmp, rtmps, rtsp, udp, rtp oder file. Eine Passphrase, oder was zu einer anderen URL gehört (Name:Passwort, oder die Query einer signierten ab ?), wird aus der Umgebungsvariable GANTRY_PASSPHRASE gelesen. Optionen einer SRT-Adresse, nach ? und mit &amp; dazwischen: %1. Die Schlüssel der Objekte:</translation>
    </message>
    <message>
        <source>bits of a sample</source>
        <translation>Bits pro Sample</translation>
    </message>
    <message>
        <source>how colour is sampled: 4:2:0</source>
        <translation>Farbabtastung: 4:2:0</translation>
    </message>
    <message>
        <source>colour space, transfer and range</source>
        <translation>Farbraum, Transferfunktion und Wertebereich</translation>
    </message>
    <message>
        <source>true when it is interlaced</source>
        <translation>true, wenn es interlaced ist</translation>
    </message>
    <message>
        <source>what decodes it</source>
        <translation>was es decodiert</translation>
    </message>
    <message>
        <source>why no faster one, in words</source>
        <translation>warum nichts Schnelleres, in Worten</translation>
    </message>
    <message>
        <source>pixels below the black limit</source>
        <translation>Pixel unter der Schwarzgrenze</translation>
    </message>
    <message>
        <source>difference to the picture before, 0 is full scale</source>
        <translation>Unterschied zum vorigen Bild, 0 ist Vollaussteuerung</translation>
    </message>
    <message>
        <source>for how long it has been black; 0: it is not</source>
        <translation>wie lange es schon schwarz ist; 0: ist es nicht</translation>
    </message>
    <message>
        <source>for how long it has not moved</source>
        <translation>wie lange es sich schon nicht bewegt</translation>
    </message>
    <message>
        <source>for how long it has been one even field</source>
        <translation>wie lange es schon eine einfarbige Fläche ist</translation>
    </message>
    <message>
        <source>for how long it has been colour bars</source>
        <translation>wie lange es schon Farbbalken zeigt</translation>
    </message>
    <message>
        <source>which of the sound tracks, from 1</source>
        <translation>welche der Tonspuren, ab 1</translation>
    </message>
    <message>
        <source>of how many</source>
        <translation>von wie vielen</translation>
    </message>
    <message>
        <source>of each channel, with the ballistics of a PPM type I: a list</source>
        <translation>je Kanal, mit der Ballistik eines PPM Typ I: eine Liste</translation>
    </message>
    <message>
        <source>highest true peak over the last 0.2 s (BS.1770)</source>
        <translation>höchster True Peak über die letzten 0,2 s (BS.1770)</translation>
    </message>
    <message>
        <source>loudness since it connected, gated (EBU R 128)</source>
        <translation>Lautheit seit Verbindungsbeginn, mit Gating (EBU R 128)</translation>
    </message>
    <message>
        <source>correlation of the first two channels</source>
        <translation>Korrelation der ersten beiden Kanäle</translation>
    </message>
    <message>
        <source>for how long every channel has been silent; 0: it is not</source>
        <translation>wie lange schon alle Kanäle stumm sind; 0: sind sie nicht</translation>
    </message>
    <message>
        <source>for how long one channel has been silent, others not</source>
        <translation>wie lange ein Kanal schon stumm ist, andere nicht</translation>
    </message>
    <message>
        <source>which, from 1; 0: none</source>
        <translation>welcher, ab 1; 0: keiner</translation>
    </message>
    <message>
        <source>for how long the first two channels have cancelled each other</source>
        <translation>wie lange sich die ersten beiden Kanäle schon auslöschen</translation>
    </message>
    <message>
        <source>samples at full scale in the last 10 s</source>
        <translation>Samples mit Vollaussteuerung in den letzten 10 s</translation>
    </message>
    <message>
        <source>how much sooner sound comes than its picture</source>
        <translation>um wie viel der Ton vor seinem Bild kommt</translation>
    </message>
    <message>
        <source>SCTE-35 commands since the last object: a list of {command, pid, event, out, cancelled, immediate, until_ms, duration_ms, segmentation, section (base64)}</source>
        <translation>SCTE-35-Befehle seit dem letzten Objekt: eine Liste von {command, pid, event, out, cancelled, immediate, until_ms, duration_ms, segmentation, section (base64)}</translation>
    </message>
    <message>
        <source>what carries the feed when it is not SRT</source>
        <translation>Übertragungsweg des Feeds, wenn nicht SRT</translation>
    </message>
    <message>
        <source>somebody else who called and was refused, in words</source>
        <translation>wer sonst gerufen hat und abgewiesen wurde, in Worten</translation>
    </message>
    <message>
        <source>length of the key: 128, 192 or 256</source>
        <translation>Schlüssellänge: 128, 192 oder 256</translation>
    </message>
    <message>
        <source>what the caller asked for</source>
        <translation>was der Caller verlangt hat</translation>
    </message>
    <message>
        <source>the packet filter in force (FEC)</source>
        <translation>der geltende Paketfilter (FEC)</translation>
    </message>
    <message>
        <source>packets that the filter restored in the last second</source>
        <translation>vom Filter wiederhergestellte Pakete in der letzten Sekunde</translation>
    </message>
    <message>
        <source>negotiated latency of the other direction</source>
        <translation>ausgehandelte Latenz der Gegenrichtung</translation>
    </message>
    <message>
        <source>latency divided by the round-trip time</source>
        <translation>Latenz geteilt durch die Laufzeit (RTT)</translation>
    </message>
    <message>
        <source>numbers of the programs in the stream: a list</source>
        <translation>Nummern der Programme im Stream: eine Liste</translation>
    </message>
    <message>
        <source>the program that is shown</source>
        <translation>das gezeigte Programm</translation>
    </message>
    <message>
        <source>of that program: a list of {pid, codec, rate_bps}</source>
        <translation>zu diesem Programm: eine Liste von {pid, codec, rate_bps}</translation>
    </message>
    <message>
        <source>gaps in the packet counters (TR 101 290, 1.4)</source>
        <translation>Lücken in den Paketzählern (TR 101 290, 1.4)</translation>
    </message>
    <message>
        <source>times the packet grid was lost (1.1)</source>
        <translation>wie oft das Paketraster verloren ging (1.1)</translation>
    </message>
    <message>
        <source>packets marked as damaged (2.1)</source>
        <translation>als beschädigt markierte Pakete (2.1)</translation>
    </message>
    <message>
        <source>packets without their sync byte (1.2)</source>
        <translation>Pakete ohne ihr Sync-Byte (1.2)</translation>
    </message>
    <message>
        <source>PAT missing for 0.5 s or damaged (1.3)</source>
        <translation>PAT fehlt seit 0,5 s oder ist beschädigt (1.3)</translation>
    </message>
    <message>
        <source>PMT missing for 0.5 s (1.5)</source>
        <translation>PMT fehlt seit 0,5 s (1.5)</translation>
    </message>
    <message>
        <source>a stream missing for 5 s (1.6)</source>
        <translation>ein Teilstrom fehlt seit 5 s (1.6)</translation>
    </message>
    <message>
        <source>tables whose check sum does not hold (2.2)</source>
        <translation>Tabellen mit falscher Prüfsumme (2.2)</translation>
    </message>
    <message>
        <source>more than 100 ms between two PCRs (2.3a)</source>
        <translation>mehr als 100 ms zwischen zwei PCR (2.3a)</translation>
    </message>
    <message>
        <source>unannounced jumps of the PCR (2.3b)</source>
        <translation>unangekündigte Sprünge der PCR (2.3b)</translation>
    </message>
    <message>
        <source>PCRs off by more than 500 ns (2.4)</source>
        <translation>PCR mit mehr als 500 ns Abweichung (2.4)</translation>
    </message>
    <message>
        <source>more than 700 ms between two PTS (2.5)</source>
        <translation>mehr als 700 ms zwischen zwei PTS (2.5)</translation>
    </message>
    <message>
        <source>scrambled packets without a CAT (2.6)</source>
        <translation>verschlüsselte Pakete ohne CAT (2.6)</translation>
    </message>
    <message>
        <source>largest in the last second: PCR against arrival</source>
        <translation>Höchstwert der letzten Sekunde: PCR gegen Ankunft</translation>
    </message>
    <message>
        <source>The show of this session has no plan. Name one with --plan FILE.json.</source>
        <translation>Die Show dieser Aufzeichnung hat keinen Plan. Mit --plan DATEI.json einen nennen.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Plan %1 for %2</source>
        <translation>Plan %1 für %2</translation>
    </message>
    <message>
        <source>  switches %1, of them %2 false (whole again within the settle time), returns %3, held: %4</source>
        <translation>  Umschaltungen %1, davon %2 falsch (innerhalb der Beruhigungszeit wieder heil), Rückkehren %3, angehalten: %4</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>  a fault was on air for %1 s; with the plan %2 s, %3 s less. Not known for %4 of %5 s.</source>
        <translation>  ein Fehler war %1 s auf Sendung; mit dem Plan %2 s, also %3 s weniger. Unbekannt für %4 von %5 s.</translation>
    </message>
    <message>
        <source>Runs failover plans over a recorded session: when they would have switched, what that would have saved, and which switches would have been false. Without --plan, the plans of the session's own show. Changes nothing and sends nothing.</source>
        <translation>Lässt Ausfallpläne über eine Aufzeichnung laufen: wann sie umgeschaltet hätten, was das gespart hätte und welche Umschaltungen falsch gewesen wären. Ohne --plan die Pläne der Show dieser Aufzeichnung. Ändert nichts und sendet nichts.</translation>
    </message>
    <message>
        <source>A plan in a file of its own; say it again to compare several.</source>
        <translation>Ein Plan in einer eigenen Datei; mehrmals genannt, werden mehrere verglichen.</translation>
    </message>
    <message>
        <source>How long the encoder takes to follow an order. Usual: 10.</source>
        <translation>Wie lange der Encoder braucht, um einem Befehl zu folgen. Üblich: 10.</translation>
    </message>
    <message>
        <source>%1: the show in this session cannot be read: %2</source>
        <translation>%1: Die Show dieser Aufzeichnung lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Asks every provider one question of each kind that the show needs, and says which permission is missing. Changes nothing.</source>
        <translation>Stellt jedem Anbieter je eine Frage jeder Art, die die Show braucht, und nennt fehlende Berechtigungen. Ändert nichts.</translation>
    </message>
    <message>
        <source>%1: questions that failed: %2</source>
        <translation>%1: fehlgeschlagene Fragen: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Es wurde nichts eingegeben.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1. %2 [%3]</source>
        <translation>%1. %2 [%3]</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1: %2 ok</source>
        <comment>encoder, permission</comment>
        <translation>%1: %2 in Ordnung</translation>
    </message>
    <message>
        <source>%1: %2 MISSING. %3</source>
        <comment>encoder, permission, why</comment>
        <translation>%1: %2 FEHLT. %3</translation>
    </message>
    <message>
        <source>%1: %2 FAILED. %3</source>
        <comment>encoder, permission, why</comment>
        <translation>%1: %2 FEHLGESCHLAGEN. %3</translation>
    </message>
    <message>
        <source>credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Prints the IAM policy that allows what this show needs of AWS, and nothing else: each action on exactly its channels. Other providers of the show have no part in it.</source>
        <translation>Gibt die IAM-Richtlinie aus, die erlaubt, was diese Show von AWS braucht, und sonst nichts: jede Aktion für genau ihre Kanäle. Andere Anbieter der Show kommen darin nicht vor.</translation>
    </message>
    <message>
        <source>The encoders of this AWS profile only; for a show that uses several.</source>
        <translation>Nur die Encoder dieses AWS-Profils; für eine Show mit mehreren.</translation>
    </message>
    <message>
        <source>%1: no encoder and no audience of this show is at AWS.</source>
        <translation>%1: Kein Encoder und kein Publikum dieser Show ist bei AWS.</translation>
    </message>
    <message>
        <source>The show uses no AWS profile "%1".</source>
        <translation>Die Show nutzt kein AWS-Profil "%1".</translation>
    </message>
    <message>
        <source>The show uses several AWS profiles: %1. Say which one with --profile.</source>
        <translation>Die Show nutzt mehrere AWS-Profile: %1. Mit --profile angeben, welches gemeint ist.</translation>
    </message>
    <message>
        <source>the same of each channel: a list</source>
        <translation>dasselbe für jeden Kanal: eine Liste</translation>
    </message>
    <message>
        <source>The show “%1” is open.</source>
        <translation>Die Show „%1“ ist offen.</translation>
    </message>
    <message>
        <source>Begin with the channels stopped.</source>
        <translation>Mit gestoppten Kanälen beginnen.</translation>
    </message>
    <message>
        <source>Where an input's stream comes from: "A=srt://:9101?mode=listener". Once for each input.</source>
        <translation>Woher der Strom eines Eingangs kommt: "A=srt://:9101?mode=listener". Einmal je Eingang.</translation>
    </message>
    <message>
        <source>Go out of order as this script says (JSON).</source>
        <translation>Störungen nach diesem Skript (JSON).</translation>
    </message>
    <message>
        <source>Take faults from standard input as well, one JSON object a line.</source>
        <translation>Störungen auch von der Standardeingabe annehmen, ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>“%1” is no input. %2</source>
        <translation>„%1“ ist kein Eingang. %2</translation>
    </message>
    <message>
        <source>“%1” is no return. %2</source>
        <translation>„%1“ ist kein Rückweg. %2</translation>
    </message>
    <message>
        <source>A return calls a feed that listens.</source>
        <translation>Ein Rückweg ruft einen Feed, der lauscht.</translation>
    </message>
    <message>
        <source>--return needs an --input for each feed it may show.</source>
        <translation>--return braucht ein --input für jeden Feed, den es zeigen kann.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Runs the rehearsal cloud on this machine: a MediaLive channel, a MediaConnect flow and a Live Stream channel with inputs A and B, their figures in CloudWatch, and viewers. Prints its endpoint and throw-away keys as shell assignments.</source>
        <translation>Startet die Proben-Cloud auf diesem Rechner: ein MediaLive-Kanal, ein MediaConnect-Flow und ein Live-Stream-Kanal mit den Eingängen A und B, deren Zahlen in CloudWatch, und Zuschauer. Gibt Adresse und Wegwerfschlüssel als Shell-Zuweisungen aus.</translation>
    </message>
    <message>
        <source>Sends test feeds over SRT until it is ended: a moving picture with the feed's name, a running timecode and a frame counter, and a tone, as H.264 and AAC in MPEG-TS. A feed that is named twice goes to both places.</source>
        <translation>Sendet Test-Feeds über SRT, bis es beendet wird: ein bewegtes Bild mit dem Namen des Feeds, laufendem Timecode und Bildzähler sowie einen Ton, als H.264 und AAC in MPEG-TS. Ein zweimal genannter Feed geht an beide Orte.</translation>
    </message>
    <message>
        <source>The switch was not seen. %1</source>
        <comment>why</comment>
        <translation>Die Umschaltung wurde nicht gesehen. %1</translation>
    </message>
    <message>
        <source>Rehearses a failover plan: on test feeds and a sandbox cloud the sender of the first input is killed. Prints when that was detected, decided, sent, confirmed and seen on the return. Exit 1 when the switch was not seen.</source>
        <translation>Probt einen Umschaltplan: Auf Testfeeds und einer Sandbox-Cloud wird der Sender des ersten Eingangs beendet. Gibt aus, wann das erkannt, entschieden, gesendet, bestätigt und auf dem Rückweg gesehen wurde. Ende mit 1, wenn die Umschaltung nicht gesehen wurde.</translation>
    </message>
    <message>
        <source>A plan in a file of its own, for the encoder Main with the inputs A (CAM 1) and B (CAM 2). Usual: the rehearsal's.</source>
        <translation>Ein Plan in einer eigenen Datei, für den Encoder Main mit den Eingängen A (CAM 1) und B (CAM 2). Üblich: der der Probe.</translation>
    </message>
    <message>
        <source>Print JSON instead of a table.</source>
        <translation>JSON statt einer Tabelle ausgeben.</translation>
    </message>
    <message>
        <source>Keep the session of the drill in this file, to replay it.</source>
        <translation>Die Sitzung der Übung in dieser Datei behalten, um sie wiederzugeben.</translation>
    </message>
    <message>
        <source>How long to wait from the fault to the picture. Usual: 60.</source>
        <translation>Wie lange vom Fehler bis zum Bild gewartet wird. Üblich: 60.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>The drill was ended before that.</source>
        <translation>Die Übung wurde vorher beendet.</translation>
    </message>
    <message>
        <source>%1: %2 not checked. %3</source>
        <comment>encoder, permission, why</comment>
        <translation>%1: %2 nicht geprüft. %3</translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation>&amp;Pult</translation>
    </message>
    <message>
        <source>LOOKS ONLY: %1 has the show</source>
        <translation>SIEHT NUR ZU: %1 hat die Show</translation>
    </message>
    <message>
        <source>What this desk may do: viewer, operator (unless told otherwise), director, engineer.</source>
        <translation>Was dieses Pult darf: viewer, operator (wenn nichts anderes gesagt ist), director, engineer.</translation>
    </message>
    <message>
        <source>--role takes viewer, operator, director or engineer.</source>
        <translation>--role nimmt viewer, operator, director oder engineer.</translation>
    </message>
    <message>
        <source>Whom to call with what is on air: "srt://127.0.0.1:9200"; or "hls", to be fetched from the address that is printed. With medialive=, mediaconnect= or google= before it. May be given several times.</source>
        <translation>Wen das anruft, was auf Sendung ist: „srt://127.0.0.1:9200“; oder „hls“, abzuholen unter der ausgegebenen Adresse. Mit medialive=, mediaconnect= oder google= davor. Darf mehrmals stehen.</translation>
    </message>
    <message>
        <source>Which pattern and tone the first feed has, from 0; the next have the next.</source>
        <translation>Welches Muster und welchen Ton der erste Feed hat, ab 0; die folgenden haben die folgenden.</translation>
    </message>
    <message>
        <source>--first takes a number from 0 to 99.</source>
        <translation>--first verlangt eine Zahl von 0 bis 99.</translation>
    </message>
    <message>
        <source>look at: %1</source>
        <comment>a point of the readiness list</comment>
        <translation>bitte ansehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to look at</source>
        <translation>
            <numerusform>%n Punkt ansehen</numerusform>
            <numerusform>%n Punkte ansehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gantry::widgets</name>
    <message>
        <source>Critical</source>
        <comment>alarm priority</comment>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Major</source>
        <comment>alarm priority</comment>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Minor</source>
        <comment>alarm priority</comment>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>alarm priority</comment>
        <translation>Info</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>alarm priority</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>layout</comment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Vertical columns</source>
        <comment>layout</comment>
        <translation>Hochkant-Spalten</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::AlarmStrip</name>
    <message>
        <source>%1  %2</source>
        <comment>where, what</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>priority, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>worst: %1</source>
        <translation>dringendster: %1</translation>
    </message>
    <message>
        <source>Enter = acknowledge</source>
        <translation>Enter = quittieren</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>how long, hint</comment>
        <translation>%1   %2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::AlarmView</name>
    <message>
        <source>Enter = acknowledge</source>
        <translation>Enter = quittieren</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>Alarms, worst first</source>
        <translation>Alarme, dringendste zuerst</translation>
    </message>
    <message>
        <source>Double click or F shows what the alarm is about</source>
        <translation>Doppelklick oder F zeigt, worum es beim Alarm geht</translation>
    </message>
    <message>
        <source>Enter acknowledges, double click or F shows what the alarm is about</source>
        <translation>Enter quittiert, Doppelklick oder F zeigt, worum es beim Alarm geht</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::AlarmsCell</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>Alarms unknown</source>
        <translation>Alarme unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>alarms</comment>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>where, what</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s), worst: %1</source>
        <translation>
            <numerusform>%n Alarm: %1</numerusform>
            <numerusform>%n Alarme, der schlimmste: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gantry::widgets::ChartStack</name>
    <message>
        <source>Charts</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Nothing is charted yet</source>
        <translation>Noch keine Verläufe</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::ClockCell</name>
    <message>
        <source>LAST SECONDS</source>
        <translation>LETZTE SEKUNDEN</translation>
    </message>
    <message>
        <source>LAST MINUTE</source>
        <translation>LETZTE MINUTE</translation>
    </message>
    <message>
        <source>OVER</source>
        <translation>ÜBERZOGEN</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>which clock, its time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a clock's time, what is to be said about it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::EditSurface</name>
    <message>
        <source>Arrows select a cell, with Alt they move it, with Shift they resize it, with Ctrl they swap it. Enter puts it down, or chooses what it shows. Insert adds a cell, Delete removes it. Escape leaves.</source>
        <translation>Pfeiltasten wählen ein Feld, mit Alt verschieben sie es, mit Umschalt ändern sie seine Größe, mit Strg tauschen sie es. Eingabe legt es ab oder wählt, was es zeigt. Einfg fügt ein Feld hinzu, Entf entfernt es. Escape verlässt das Layout.</translation>
    </message>
    <message>
        <source>Layout editor, no cell selected</source>
        <translation>Layout bearbeiten, kein Feld gewählt</translation>
    </message>
    <message>
        <source>Layout editor: %1, column %2, row %3, %4 wide, %5 high</source>
        <translation>Layout bearbeiten: %1, Spalte %2, Zeile %3, %4 breit, %5 hoch</translation>
    </message>
    <message>
        <source>%1, overlaps</source>
        <comment>the sentence of a cell that is being moved</comment>
        <translation>%1, überlappt</translation>
    </message>
    <message>
        <source>SWAP</source>
        <comment>two cells, shown while one is dragged onto the other</comment>
        <translation>TAUSCHEN</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>columns and rows of a cell</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>OVERLAPS</source>
        <comment>a cell while it is moved over another</comment>
        <translation>ÜBERLAPPT</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::FigureCell</name>
    <message>
        <source>UNKNOWN</source>
        <translation>UNBEKANNT</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <comment>what, in a sentence</comment>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what, its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>what, its value, its unit</comment>
        <translation>%1 %2 %3</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::HoldButton</name>
    <message>
        <source>Hold for 0.6 s, with the mouse, Space or Enter. Letting go early does nothing.</source>
        <translation>0,6 s gedrückt halten, mit Maus, Leertaste oder Enter. Zu frühes Loslassen bewirkt nichts.</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Derzeit nicht: %1</translation>
    </message>
    <message>
        <source>%1, not now: %2</source>
        <translation>%1, derzeit nicht: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>purpose, how to hold</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, hold to act</source>
        <translation>%1, zum Auslösen halten</translation>
    </message>
    <message>
        <source>hold 0.6 s</source>
        <translation>0,6 s halten</translation>
    </message>
    <message>
        <source>done</source>
        <comment>the hold button has acted</comment>
        <translation>ausgelöst</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::ImageCell</name>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>NO IMAGE</source>
        <translation>KEIN BILD</translation>
    </message>
    <message>
        <source>Image %1, being read</source>
        <translation>Bild %1, wird gelesen</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Image %1 cannot be shown: %2</source>
        <translation>Bild %1 kann nicht gezeigt werden: %2</translation>
    </message>
    <message>
        <source>No image file is named</source>
        <translation>Keine Bilddatei ist angegeben</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>Das ist keine Datei</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB</source>
        <translation>Die Datei ist größer als %1 MiB</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>This is no PNG, JPEG, BMP, WebP or GIF picture</source>
        <translation>Das ist kein Bild im Format PNG, JPEG, BMP, WebP oder GIF</translation>
    </message>
    <message>
        <source>The picture has more than %1 million pixels</source>
        <translation>Das Bild hat mehr als %1 Millionen Bildpunkte</translation>
    </message>
    <message>
        <source>The picture is damaged: %1</source>
        <translation>Das Bild ist beschädigt: %1</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::LanePlot</name>
    <message>
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::LayoutEditor</name>
    <message>
        <source>&amp;Clock</source>
        <translation>&amp;Uhr</translation>
    </message>
    <message>
        <source>&amp;Countdown…</source>
        <translation>&amp;Countdown …</translation>
    </message>
    <message>
        <source>Counts down to this time of day:</source>
        <translation>Zählt herunter bis zu dieser Uhrzeit:</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>&amp;Text …</translation>
    </message>
    <message>
        <source>The cell says:</source>
        <translation>Das Feld sagt:</translation>
    </message>
    <message>
        <source>&amp;Image…</source>
        <translation>B&amp;ild …</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</translation>
    </message>
    <message>
        <source>What the cell shows</source>
        <translation>Was das Feld zeigt</translation>
    </message>
    <message>
        <source>Clock, UTC</source>
        <translation>Uhr, UTC</translation>
    </message>
    <message>
        <source>Clock, local</source>
        <translation>Uhr, Ortszeit</translation>
    </message>
    <message>
        <source>Clock, since the show began</source>
        <translation>Uhr, seit Beginn der Show</translation>
    </message>
    <message>
        <source>Clock, %1</source>
        <translation>Uhr, %1</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Chart, %1</source>
        <translation>Diagramm, %1</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Image, %1</source>
        <translation>Bild, %1</translation>
    </message>
    <message>
        <source>Text, “%1”</source>
        <translation>Text, „%1“</translation>
    </message>
    <message>
        <source>Figure, %1</source>
        <translation>Zahl, %1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>&amp;Feed</source>
        <translation>&amp;Feed</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation>&amp;Zahl</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Layout &amp;name:</source>
        <translation>&amp;Name des Layouts:</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name des Layouts</translation>
    </message>
    <message>
        <source>&amp;Begin from</source>
        <translation>&amp;Beginnen mit</translation>
    </message>
    <message>
        <source>Begin again with one of the usual layouts</source>
        <translation>Mit einem der üblichen Layouts neu beginnen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Verlassen, ohne zu speichern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the layout in the show</source>
        <translation>Das Layout in der Show speichern</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add a cell where there is room</source>
        <translation>Ein Feld hinzufügen, wo Platz ist</translation>
    </message>
    <message>
        <source>S&amp;hows…</source>
        <translation>&amp;Zeigt …</translation>
    </message>
    <message>
        <source>Choose what the cell shows</source>
        <translation>Wählen, was das Feld zeigt</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the cell</source>
        <translation>Das Feld entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Empty grid</source>
        <translation>Leeres Raster</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Do again: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>There is nothing to do again</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>It overlaps another cell: here it cannot be put down.</source>
        <translation>Es überlappt ein anderes Feld: Hier kann es nicht abgelegt werden.</translation>
    </message>
    <message>
        <source>Drag to move, at the edges to resize, onto another cell to swap. Alt, Shift or Ctrl with arrows does the same; Enter puts down.</source>
        <translation>Ziehen verschiebt, an den Rändern ändert es die Größe, auf ein anderes Feld tauscht es. Alt, Umschalt oder Strg mit Pfeiltasten tut dasselbe; Eingabe legt ab.</translation>
    </message>
    <message>
        <source>Give the layout a name first.</source>
        <translation>Bitte dem Layout erst einen Namen geben.</translation>
    </message>
    <message>
        <source>Leave the layout</source>
        <translation>Layout verlassen</translation>
    </message>
    <message>
        <source>The layout has changes that are not saved.</source>
        <translation>Das Layout hat ungespeicherte Änderungen.</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::ListenHand</name>
    <message>
        <source>%1 (L)</source>
        <comment>what a key does</comment>
        <translation>%1 (L)</translation>
    </message>
    <message>
        <source>Stop listening to %1</source>
        <comment>feed</comment>
        <translation>%1 nicht mehr hören</translation>
    </message>
    <message>
        <source>Listen to %1</source>
        <comment>feed</comment>
        <translation>%1 hören</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::SeekLane</name>
    <message>
        <source>Position in the session</source>
        <translation>Position in der Sitzung</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>time, what happened</comment>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TextCell</name>
    <message>
        <source>Empty text</source>
        <translation>Leerer Text</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TimeChart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>no data for %1</source>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value, age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, what happened</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TransportBar</name>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Replay transport</source>
        <translation>Wiedergabesteuerung</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the start (Home)</source>
        <translation>Zum Anfang (Pos1)</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Slower; while paused, back 10 s (J)</source>
        <translation>Langsamer; bei Pause 10 s zurück (J)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Play, then faster (L)</source>
        <translation>Abspielen, dann schneller (L)</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>Zum Ende (Ende)</translation>
    </message>
    <message>
        <source>Previous alarm</source>
        <translation>Vorheriger Alarm</translation>
    </message>
    <message>
        <source>Previous alarm (Shift+A)</source>
        <translation>Vorheriger Alarm (Umschalt+A)</translation>
    </message>
    <message>
        <source>Next alarm</source>
        <translation>Nächster Alarm</translation>
    </message>
    <message>
        <source>Next alarm (A)</source>
        <translation>Nächster Alarm (A)</translation>
    </message>
    <message>
        <source>Previous command</source>
        <translation>Vorheriger Befehl</translation>
    </message>
    <message>
        <source>Previous command (Shift+C)</source>
        <translation>Vorheriger Befehl (Umschalt+C)</translation>
    </message>
    <message>
        <source>Next command</source>
        <translation>Nächster Befehl</translation>
    </message>
    <message>
        <source>Next command (C)</source>
        <translation>Nächster Befehl (C)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed (J slower, L faster)</source>
        <translation>Tempo (J langsamer, L schneller)</translation>
    </message>
    <message>
        <source>The session: arrows 1 s, with Shift 10 s</source>
        <translation>Die Sitzung: Pfeiltasten 1 s, mit Umschalt 10 s</translation>
    </message>
    <message>
        <source>%1 UTC   %2</source>
        <comment>clock, elapsed</comment>
        <translation>%1 UTC   %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space or K)</source>
        <translation>Pause (Leertaste oder K)</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TransportClocks</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation>LOKAL</translation>
    </message>
    <message>
        <source>%1 UTC, %2 local, %3</source>
        <translation>%1 UTC, %2 lokal, %3</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::WallCanvas</name>
    <message>
        <source>%1 · %2</source>
        <comment>state, reason</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>still, %1 old</source>
        <translation>Standbild, %1 alt</translation>
    </message>
    <message>
        <source>still, age unknown</source>
        <translation>Standbild, Alter unbekannt</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>Alter %1</translation>
    </message>
    <message>
        <source>PGM</source>
        <comment>on program</comment>
        <translation>PGM</translation>
    </message>
    <message>
        <source>PVW</source>
        <comment>on preview</comment>
        <translation>PVW</translation>
    </message>
    <message>
        <source>TALLY ?</source>
        <comment>tally is unknown</comment>
        <translation>TALLY ?</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>KEIN SIGNAL</translation>
    </message>
    <message>
        <source>STALLED</source>
        <translation>BILD STEHT</translation>
    </message>
    <message>
        <source>NO PICTURE</source>
        <translation>KEIN BILD</translation>
    </message>
    <message>
        <source>NOT LIVE</source>
        <translation>NICHT LIVE</translation>
    </message>
    <message>
        <source>No feeds</source>
        <translation>Keine Feeds</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Monitorwand</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>feed, tally word</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>sentence, state word</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>LISTENING</source>
        <comment>somebody hears this feed</comment>
        <translation>MITHÖREN</translation>
    </message>
    <message>
        <source>Begins or ends listening to this feed</source>
        <translation>Schaltet das Hören dieses Feeds ein oder aus</translation>
    </message>
    <message>
        <source>%1, you are listening to it</source>
        <comment>sentence</comment>
        <translation>%1, Sie hören diesen Feed</translation>
    </message>
    <message>
        <source>Safe areas: action 3.5 %, graphics 5 %</source>
        <translation>Sichere Bereiche: Bild 3,5 %, Grafik 5 %</translation>
    </message>
    <message>
        <source>Centre cut 4:3</source>
        <translation>Mittenausschnitt 4:3</translation>
    </message>
    <message>
        <source>Centre cut 14:9</source>
        <translation>Mittenausschnitt 14:9</translation>
    </message>
    <message>
        <source>Centre cut 1:1</source>
        <translation>Mittenausschnitt 1:1</translation>
    </message>
    <message>
        <source>Centre cut 9:16</source>
        <translation>Mittenausschnitt 9:16</translation>
    </message>
    <message>
        <source>No guides</source>
        <comment>no safe areas nor centre cuts on the wall</comment>
        <translation>Keine Hilfslinien</translation>
    </message>
    <message>
        <source>key picture, %1 old</source>
        <comment>on purpose not every picture is shown</comment>
        <translation>Schlüsselbild, %1 alt</translation>
    </message>
    <message>
        <source>AUX</source>
        <comment>in use elsewhere: a recording, a third bus</comment>
        <translation>AUX</translation>
    </message>
    <message>
        <source>S &lt; −70</source>
        <comment>short-term loudness, LUFS</comment>
        <translation>S &lt; −70</translation>
    </message>
    <message>
        <source>S %1</source>
        <comment>short-term loudness</comment>
        <translation>S %1</translation>
    </message>
    <message>
        <source>PPM</source>
        <comment>programme meter</comment>
        <translation>PPM</translation>
    </message>
    <message>
        <source>TP</source>
        <comment>true peak</comment>
        <translation>TP</translation>
    </message>
    <message>
        <source>PK</source>
        <comment>sample peak</comment>
        <translation>PK</translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <comment>short-term loudness</comment>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>Arrow keys select a cell, F shows it alone, L lets you hear it, the menu key offers the rest</source>
        <translation>Die Pfeiltasten wählen ein Feld, F zeigt es allein, L lässt es hören, die Menütaste bietet alles Weitere</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <comment>the cell that shows what is on program; sentence</comment>
        <translation>Programm: %1</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <comment>the cell that shows what is on preview; sentence</comment>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Empty cell</source>
        <translation>Leeres Feld</translation>
    </message>
    <message>
        <source>A cell that cannot be shown here</source>
        <translation>Ein Feld, das hier nicht gezeigt werden kann</translation>
    </message>
    <message>
        <source>NO SUCH FEED</source>
        <translation>UNBEKANNTER FEED</translation>
    </message>
    <message>
        <source>this show has no feed of that name</source>
        <translation>diese Show hat keinen Feed dieses Namens</translation>
    </message>
    <message>
        <source>Program</source>
        <comment>the cell that shows what is on program</comment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Preview</source>
        <comment>the cell that shows what is on preview</comment>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>TALLY UNKNOWN</source>
        <translation>TALLY UNBEKANNT</translation>
    </message>
    <message>
        <source>NOTHING ON PROGRAM</source>
        <translation>NICHTS AUF PROGRAMM</translation>
    </message>
    <message>
        <source>NOTHING ON PREVIEW</source>
        <translation>NICHTS AUF VORSCHAU</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::WallDriver</name>
    <message>
        <source>A shader did not compile: %1</source>
        <translation>Ein Shader ließ sich nicht übersetzen: %1</translation>
    </message>
    <message>
        <source>This window got no OpenGL.</source>
        <translation>Dieses Fenster bekam kein OpenGL.</translation>
    </message>
    <message>
        <source>Pictures of the GPU are copied: %1</source>
        <translation>Bilder der GPU werden kopiert: %1</translation>
    </message>
    <message>
        <source>Windows of this platform (%1) show no OpenGL.</source>
        <translation>Fenster dieser Plattform (%1) zeigen kein OpenGL.</translation>
    </message>
    <message>
        <source>There is no OpenGL here.</source>
        <translation>Hier gibt es kein OpenGL.</translation>
    </message>
    <message>
        <source>The walls are drawn by OpenGL: %1.</source>
        <translation>Die Monitorwände zeichnet OpenGL: %1.</translation>
    </message>
    <message>
        <source>The walls are painted by the processor. %1</source>
        <translation>Die Monitorwände malt der Prozessor. %1</translation>
    </message>
    <message>
        <source>GANTRY_WALL=raster asks for it.</source>
        <translation>GANTRY_WALL=raster verlangt es.</translation>
    </message>
    <message>
        <source>OpenGL %1.%2 of %3 is too old; it takes 3.3.</source>
        <translation>OpenGL %1.%2 von %3 ist zu alt; nötig ist 3.3.</translation>
    </message>
    <message>
        <source>OpenGL is software here (%1), which is slower.</source>
        <translation>OpenGL ist hier Software (%1) und damit langsamer.</translation>
    </message>
    <message>
        <source>There is no graphics card in this machine.</source>
        <translation>In diesem Rechner ist keine Grafikkarte.</translation>
    </message>
    <message>
        <source>The graphics card was reset.</source>
        <translation>Die Grafikkarte wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>OpenGL reported error %1.</source>
        <translation>OpenGL meldete Fehler %1.</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::WallEdit</name>
    <message>
        <source>Cells may not overlap: it stays where it was.</source>
        <translation>Felder dürfen sich nicht überlappen: Es bleibt, wo es war.</translation>
    </message>
    <message>
        <source>move a cell</source>
        <translation>Feld verschieben</translation>
    </message>
    <message>
        <source>resize a cell</source>
        <translation>Größe eines Feldes ändern</translation>
    </message>
    <message>
        <source>A layout has at most %1 cells.</source>
        <translation>Ein Layout hat höchstens %1 Felder.</translation>
    </message>
    <message>
        <source>No room: make a cell smaller, or remove one.</source>
        <translation>Kein Platz: Ein Feld verkleinern oder entfernen.</translation>
    </message>
    <message>
        <source>add a cell</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>remove a cell</source>
        <translation>Feld entfernen</translation>
    </message>
    <message>
        <source>change what a cell shows</source>
        <translation>ändern, was ein Feld zeigt</translation>
    </message>
    <message>
        <source>swap two cells</source>
        <translation>zwei Felder tauschen</translation>
    </message>
    <message>
        <source>rename the layout</source>
        <translation>Layout umbenennen</translation>
    </message>
    <message>
        <source>begin from another layout</source>
        <translation>mit einem anderen Layout beginnen</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::WallMenu</name>
    <message>
        <source>Audio bars: programme meter (PPM)</source>
        <translation>Pegel: Programmspitzenmesser (PPM)</translation>
    </message>
    <message>
        <source>Audio bars: true peak</source>
        <translation>Pegel: wahre Spitze (True Peak)</translation>
    </message>
    <message>
        <source>Audio bars: sample peak</source>
        <translation>Pegel: Abtastspitze</translation>
    </message>
    <message>
        <source>Show the whole wall again</source>
        <translation>Wieder die ganze Wand zeigen</translation>
    </message>
    <message>
        <source>Show this alone</source>
        <translation>Nur dies zeigen</translation>
    </message>
    <message>
        <source>Safe areas and centre cuts</source>
        <translation>Sichere Bereiche und Mittenausschnitte</translation>
    </message>
    <message>
        <source>Audio bars</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Clear all OVER marks</source>
        <translation>Alle OVER-Marken löschen</translation>
    </message>
</context>
<context>
    <name>gantry::words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 Mb/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>PGM</source>
        <translation>PGM</translation>
    </message>
    <message>
        <source>PVW</source>
        <translation>PVW</translation>
    </message>
    <message>
        <source>TALLY ?</source>
        <translation>TALLY ?</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>angefordert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <comment>a splice_null command</comment>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>Einfügung</translation>
    </message>
    <message>
        <source>time signal</source>
        <translation>Zeitsignal</translation>
    </message>
    <message>
        <source>bandwidth reservation</source>
        <translation>Bandbreitenreservierung</translation>
    </message>
    <message>
        <source>encrypted command</source>
        <translation>verschlüsselter Befehl</translation>
    </message>
    <message>
        <source>private command</source>
        <translation>privater Befehl</translation>
    </message>
    <message>
        <source>program starts</source>
        <translation>Sendung beginnt</translation>
    </message>
    <message>
        <source>program ends</source>
        <translation>Sendung endet</translation>
    </message>
    <message>
        <source>chapter starts</source>
        <translation>Kapitel beginnt</translation>
    </message>
    <message>
        <source>chapter ends</source>
        <translation>Kapitel endet</translation>
    </message>
    <message>
        <source>break starts</source>
        <translation>Unterbrechung beginnt</translation>
    </message>
    <message>
        <source>break ends</source>
        <translation>Unterbrechung endet</translation>
    </message>
    <message>
        <source>provider advertisement starts</source>
        <translation>Werbung des Programmanbieters beginnt</translation>
    </message>
    <message>
        <source>provider advertisement ends</source>
        <translation>Werbung des Programmanbieters endet</translation>
    </message>
    <message>
        <source>distributor advertisement starts</source>
        <translation>Werbung des Verbreiters beginnt</translation>
    </message>
    <message>
        <source>distributor advertisement ends</source>
        <translation>Werbung des Verbreiters endet</translation>
    </message>
    <message>
        <source>provider placement starts</source>
        <translation>Werbeplatz des Programmanbieters beginnt</translation>
    </message>
    <message>
        <source>provider placement ends</source>
        <translation>Werbeplatz des Programmanbieters endet</translation>
    </message>
    <message>
        <source>distributor placement starts</source>
        <translation>Werbeplatz des Verbreiters beginnt</translation>
    </message>
    <message>
        <source>distributor placement ends</source>
        <translation>Werbeplatz des Verbreiters endet</translation>
    </message>
    <message>
        <source>unscheduled event starts</source>
        <translation>ungeplantes Ereignis beginnt</translation>
    </message>
    <message>
        <source>unscheduled event ends</source>
        <translation>ungeplantes Ereignis endet</translation>
    </message>
    <message>
        <source>network starts</source>
        <translation>Sendebetrieb beginnt</translation>
    </message>
    <message>
        <source>network ends</source>
        <translation>Sendebetrieb endet</translation>
    </message>
    <message>
        <source>segmentation 0x%1</source>
        <translation>Segmentierung 0x%1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>OUT of the programme</source>
        <translation>HERAUS aus der Sendung</translation>
    </message>
    <message>
        <source>IN to the programme</source>
        <translation>HINEIN in die Sendung</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>%1 %2×%3</source>
        <comment>codec, width, height</comment>
        <translation>%1 %2×%3</translation>
    </message>
    <message>
        <source>%1 %2×%3 %4 fps</source>
        <comment>codec, width, height, pictures a second</comment>
        <translation>%1 %2×%3 %4 fps</translation>
    </message>
    <message>
        <source>SW</source>
        <comment>decoded in software</comment>
        <translation>SW</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>synchron</translation>
    </message>
    <message>
        <source>sound %1 ms early</source>
        <translation>Ton %1 ms zu früh</translation>
    </message>
    <message>
        <source>sound %1 ms late</source>
        <translation>Ton %1 ms zu spät</translation>
    </message>
    <message>
        <source>cannot be compared now</source>
        <translation>derzeit nicht vergleichbar</translation>
    </message>
    <message>
        <source>another programme</source>
        <translation>andere Sendung</translation>
    </message>
    <message>
        <source>same picture, other sound</source>
        <translation>gleiches Bild, anderer Ton</translation>
    </message>
    <message>
        <source>same programme</source>
        <translation>gleiche Sendung</translation>
    </message>
    <message>
        <source>same programme, %1 ms behind</source>
        <translation>gleiche Sendung, %1 ms zurück</translation>
    </message>
    <message>
        <source>same programme, %1 ms ahead</source>
        <translation>gleiche Sendung, %1 ms voraus</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>NOT DECODED</source>
        <comment>on purpose</comment>
        <translation>NICHT DEKODIERT</translation>
    </message>
    <message>
        <source>KEY PICTURES</source>
        <comment>only these are decoded, on purpose</comment>
        <translation>SCHLÜSSELBILDER</translation>
    </message>
    <message>
        <source>LIGHT</source>
        <comment>decoded without loop filter and pictures that no other needs, on purpose</comment>
        <translation>LEICHT</translation>
    </message>
    <message>
        <source>PGM ?</source>
        <comment>tally: the provider and the return do not agree</comment>
        <translation>PGM ?</translation>
    </message>
    <message>
        <source>OFF</source>
        <comment>automation</comment>
        <translation>AUS</translation>
    </message>
    <message>
        <source>ADVISE</source>
        <comment>automation</comment>
        <translation>RAT</translation>
    </message>
    <message>
        <source>AUTO</source>
        <comment>automation</comment>
        <translation>AUTO</translation>
    </message>
    <message>
        <source>HOLD</source>
        <comment>automation</comment>
        <translation>HALT</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>an input</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>fit</source>
        <comment>an input</comment>
        <translation>gut</translation>
    </message>
    <message>
        <source>coming back</source>
        <comment>an input</comment>
        <translation>kommt zurück</translation>
    </message>
    <message>
        <source>suspect</source>
        <comment>an input</comment>
        <translation>verdächtig</translation>
    </message>
    <message>
        <source>unfit</source>
        <comment>an input</comment>
        <translation>nicht gut</translation>
    </message>
    <message>
        <source>Switch from %1 to %2</source>
        <translation>Von %1 auf %2 schalten</translation>
    </message>
    <message>
        <source>Return from %1 to %2</source>
        <translation>Von %1 auf %2 zurück</translation>
    </message>
    <message>
        <source>%1 can be returned to</source>
        <translation>Auf %1 kann zurückgeschaltet werden</translation>
    </message>
    <message>
        <source>Nothing to switch to from %1</source>
        <translation>Von %1 führt kein Weg weg</translation>
    </message>
    <message>
        <source>%1 is in doubt</source>
        <translation>%1 ist in Zweifel</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>Er hält an</translation>
    </message>
    <message>
        <source>seen</source>
        <comment>on the return</comment>
        <translation>gesehen</translation>
    </message>
</context>
<context>
    <name>media</name>
    <message>
        <source>Open the audio decoder</source>
        <translation>Audio-Decoder öffnen</translation>
    </message>
    <message>
        <source>Let the encoder send AAC.</source>
        <translation>Am Encoder AAC einstellen.</translation>
    </message>
    <message>
        <source>Open the video decoder</source>
        <translation>Video-Decoder öffnen</translation>
    </message>
    <message>
        <source>Let the encoder send H.264 or H.265.</source>
        <translation>Am Encoder H.264 oder H.265 einstellen.</translation>
    </message>
    <message>
        <source>The SRT latency must be %1 to %2 milliseconds</source>
        <translation>Die SRT-Latenz muss %1 bis %2 Millisekunden betragen</translation>
    </message>
    <message>
        <source>Three to four times the round trip is usual, for example ?latency=200.</source>
        <translation>Üblich ist das Drei- bis Vierfache der Laufzeit (RTT), zum Beispiel ?latency=200.</translation>
    </message>
    <message>
        <source>The SRT stream id must be at most %1 bytes</source>
        <translation>Die SRT-Stream-ID darf höchstens %1 Byte lang sein</translation>
    </message>
    <message>
        <source>Shorten the stream id; letters outside ASCII count as 2 to 4 bytes.</source>
        <translation>Stream-ID kürzen; Zeichen außerhalb von ASCII zählen als 2 bis 4 Byte.</translation>
    </message>
    <message>
        <source>A passphrase must not stand in the address</source>
        <translation>In der Adresse darf keine Passphrase stehen</translation>
    </message>
    <message>
        <source>Give it where the feed is set up; text with a passphrase ends up in process lists and histories.</source>
        <translation>Dort angeben, wo der Feed eingerichtet wird; Text mit einer Passphrase landet in Prozesslisten und Befehlsverläufen.</translation>
    </message>
    <message>
        <source>The SRT address has an option that is not known: %1</source>
        <translation>Die SRT-Adresse enthält eine unbekannte Option: %1</translation>
    </message>
    <message>
        <source>An SRT address must begin with srt://</source>
        <translation>Eine SRT-Adresse muss mit srt:// beginnen</translation>
    </message>
    <message>
        <source>Write it as srt://host:port, or srt://:port to listen.</source>
        <translation>Als srt://host:port schreiben, oder als srt://:port zum Lauschen.</translation>
    </message>
    <message>
        <source>An SRT address must not contain #</source>
        <translation>Eine SRT-Adresse darf kein # enthalten</translation>
    </message>
    <message>
        <source>Write # as %23 inside the stream id.</source>
        <translation># in der Stream-ID als %23 schreiben.</translation>
    </message>
    <message>
        <source>An SRT address has no user name</source>
        <translation>Eine SRT-Adresse hat keinen Benutzernamen</translation>
    </message>
    <message>
        <source>Use streamid for what the other end asks for.</source>
        <translation>Für das, was die Gegenstelle verlangt, streamid verwenden.</translation>
    </message>
    <message>
        <source>An SRT address needs one host and one port</source>
        <translation>Eine SRT-Adresse braucht genau einen Host und einen Port</translation>
    </message>
    <message>
        <source>Write it as srt://host:port; an IPv6 address stands in square brackets.</source>
        <translation>Als srt://host:port schreiben; eine IPv6-Adresse steht in eckigen Klammern.</translation>
    </message>
    <message>
        <source>The SRT address has a host name that cannot be one</source>
        <translation>Der Hostname der SRT-Adresse ist ungültig</translation>
    </message>
    <message>
        <source>Allowed are names, IPv4 addresses, and IPv6 addresses in square brackets.</source>
        <translation>Erlaubt sind Namen, IPv4-Adressen und IPv6-Adressen in eckigen Klammern.</translation>
    </message>
    <message>
        <source>The SRT port must be 1 to 65535</source>
        <translation>Der SRT-Port muss zwischen 1 und 65535 liegen</translation>
    </message>
    <message>
        <source>Write it as srt://host:port.</source>
        <translation>Als srt://host:port schreiben.</translation>
    </message>
    <message>
        <source>The SRT address has a % that is not followed by two hexadecimal digits of UTF-8 text</source>
        <translation>Die SRT-Adresse enthält ein %, auf das nicht zwei Hexadezimalziffern von UTF-8-Text folgen</translation>
    </message>
    <message>
        <source>Write % itself as %25.</source>
        <translation>Das Zeichen % selbst als %25 schreiben.</translation>
    </message>
    <message>
        <source>The SRT address says %1 twice</source>
        <translation>Die SRT-Adresse nennt %1 doppelt</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Nur eine der beiden Angaben behalten.</translation>
    </message>
    <message>
        <source>To call, an SRT address needs a host</source>
        <translation>Zum Rufen braucht eine SRT-Adresse einen Host</translation>
    </message>
    <message>
        <source>The host name of the SRT address has no address</source>
        <translation>Zum Hostnamen der SRT-Adresse gibt es keine Adresse</translation>
    </message>
    <message>
        <source>Check the spelling of the host and that this computer can look up names.</source>
        <translation>Schreibweise des Hosts prüfen und ob dieser Rechner Namen auflösen kann.</translation>
    </message>
    <message>
        <source>Cannot listen for SRT: the port is in use</source>
        <translation>SRT kann nicht lauschen: der Port ist belegt</translation>
    </message>
    <message>
        <source>Close the program or feed that uses the port, or give this feed another one. It is tried again by itself.</source>
        <translation>Port freigeben (das belegende Programm oder den Feed schließen) oder diesem Feed einen anderen geben. Der nächste Versuch folgt von selbst.</translation>
    </message>
    <message>
        <source>SRT could not be set up: %1</source>
        <translation>SRT konnte nicht eingerichtet werden: %1</translation>
    </message>
    <message>
        <source>It is tried again by itself; check the network settings of this computer.</source>
        <translation>Der nächste Versuch folgt von selbst; Netzwerkeinstellungen dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The SRT connection ended</source>
        <translation>Die SRT-Verbindung wurde beendet</translation>
    </message>
    <message>
        <source>Check the sender; it is called again by itself.</source>
        <translation>Sender prüfen; er wird von selbst erneut gerufen.</translation>
    </message>
    <message>
        <source>Check the sender; it is waited for.</source>
        <translation>Sender prüfen; es wird auf ihn gewartet.</translation>
    </message>
    <message>
        <source>No answer to the SRT call</source>
        <translation>Keine Antwort auf den SRT-Ruf</translation>
    </message>
    <message>
        <source>Check that the other end is listening on this address and port, and that UDP may pass.</source>
        <translation>Prüfen, ob die Gegenstelle auf dieser Adresse und diesem Port lauscht und ob UDP durchgelassen wird.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: its passphrase differs</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: ihre Passphrase ist eine andere</translation>
    </message>
    <message>
        <source>Enter the same passphrase at both ends.</source>
        <translation>An beiden Enden dieselbe Passphrase eingeben.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: it asks for a passphrase</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: sie verlangt eine Passphrase</translation>
    </message>
    <message>
        <source>Enter the other end's passphrase for this feed.</source>
        <translation>Für diesen Feed die Passphrase der Gegenstelle eingeben.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: it does not encrypt</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: sie verschlüsselt nicht</translation>
    </message>
    <message>
        <source>Set the passphrase at the other end, or take it away here.</source>
        <translation>Passphrase an der Gegenstelle setzen oder hier entfernen.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: %1</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: %1</translation>
    </message>
    <message>
        <source>Check the settings of the other end; the call is repeated by itself.</source>
        <translation>Einstellungen der Gegenstelle prüfen; der Ruf wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>A caller was refused: its passphrase differs</source>
        <translation>Ein Caller wurde abgewiesen: seine Passphrase ist eine andere</translation>
    </message>
    <message>
        <source>A caller was refused: it encrypts, and this feed has no passphrase</source>
        <translation>Ein Caller wurde abgewiesen: er verschlüsselt, und dieser Feed hat keine Passphrase</translation>
    </message>
    <message>
        <source>Enter the sender's passphrase for this feed, or take it away at the sender.</source>
        <translation>Für diesen Feed die Passphrase des Senders eingeben oder sie am Sender entfernen.</translation>
    </message>
    <message>
        <source>A caller was refused: its passphrase is missing</source>
        <translation>Ein Caller wurde abgewiesen: seine Passphrase fehlt</translation>
    </message>
    <message>
        <source>Enter this feed's passphrase at the sender.</source>
        <translation>Passphrase dieses Feeds am Sender eingeben.</translation>
    </message>
    <message>
        <source>A caller was refused: the two ends could not agree on an SRT connection</source>
        <translation>Ein Caller wurde abgewiesen: beide Enden konnten sich nicht auf eine SRT-Verbindung einigen</translation>
    </message>
    <message>
        <source>Check that the sender uses SRT live mode, version 1.3 or later.</source>
        <translation>Prüfen, ob der Sender den SRT-Live-Modus verwendet, Version 1.3 oder neuer.</translation>
    </message>
    <message>
        <source>Send a test feed</source>
        <translation>Test-Feed senden</translation>
    </message>
    <message>
        <source>Give it a host and a port to call, 1 to 120 pictures a second, and a picture or a tone.</source>
        <translation>Host und Port zum Rufen, 1 bis 120 Bilder pro Sekunde und ein Bild oder einen Ton angeben.</translation>
    </message>
    <message>
        <source>Set up the encoder of a test feed</source>
        <translation>Encoder eines Test-Feeds einrichten</translation>
    </message>
    <message>
        <source>Install an FFmpeg that contains libx264 and AAC.</source>
        <translation>Ein FFmpeg mit libx264 und AAC installieren.</translation>
    </message>
    <message>
        <source>Connected, but nothing came for %1 s</source>
        <translation>Verbunden, aber seit %1 s kam nichts</translation>
    </message>
    <message>
        <source>Check that the sender sends; the connection was ended and is made again by itself.</source>
        <translation>Prüfen, ob der Sender sendet; die Verbindung wurde beendet und wird von selbst wieder aufgebaut.</translation>
    </message>
    <message>
        <source>FFmpeg has no libx264 here, so there is no stream to measure with.</source>
        <translation>FFmpeg hat hier kein libx264, daher gibt es keinen Stream zum Messen.</translation>
    </message>
    <message>
        <source>Out of memory.</source>
        <translation>Kein Speicher mehr frei.</translation>
    </message>
    <message>
        <source>CUDA refused %1.</source>
        <translation>CUDA hat %1 verweigert.</translation>
    </message>
    <message>
        <source>Pictures of this kind have no textures yet.</source>
        <translation>Für Bilder dieser Art gibt es noch keine Texturen.</translation>
    </message>
    <message>
        <source>This OpenGL context lacks functions of OpenGL 3.3.</source>
        <translation>Diesem OpenGL-Kontext fehlen Funktionen von OpenGL 3.3.</translation>
    </message>
    <message>
        <source>libcuda.so.1 does not load.</source>
        <translation>libcuda.so.1 lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The driver does not hand out its pictures as DMA-BUFs.</source>
        <translation>Der Treiber gibt seine Bilder nicht als DMA-BUF heraus.</translation>
    </message>
    <message>
        <source>EGL does not take the driver's DMA-BUFs.</source>
        <translation>EGL nimmt die DMA-BUFs des Treibers nicht an.</translation>
    </message>
    <message>
        <source>This OpenGL context does not import DMA-BUFs; it must be one of EGL.</source>
        <translation>Dieser OpenGL-Kontext importiert keine DMA-BUFs; nötig ist einer von EGL.</translation>
    </message>
    <message>
        <source>There is no EGL that lists its devices.</source>
        <translation>Es gibt kein EGL, das seine Geräte auflistet.</translation>
    </message>
    <message>
        <source>none that fits</source>
        <translation>keines passt</translation>
    </message>
    <message>
        <source>EGL gives no OpenGL 3.3 on this card; of its %1 devices: %2.</source>
        <translation>EGL liefert auf dieser Karte kein OpenGL 3.3; von seinen %1 Geräten: %2.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>libcuda.so.1 does not load</source>
        <translation>libcuda.so.1 lässt sich nicht laden</translation>
    </message>
    <message>
        <source>libcuda.so.1 finds no card</source>
        <translation>libcuda.so.1 findet keine Karte</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>%1, driver %2, CUDA %3</source>
        <translation>%1, Treiber %2, CUDA %3</translation>
    </message>
    <message>
        <source>libnvcuvid.so.1 does not load; a container needs the driver's capability “video”.</source>
        <translation>libnvcuvid.so.1 lässt sich nicht laden; ein Container braucht die Treiber-Capability „video“.</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>The driver does not tell.</source>
        <translation>Der Treiber gibt keine Auskunft.</translation>
    </message>
    <message>
        <source>%1 up to %2 x %3</source>
        <translation>%1 bis %2 x %3</translation>
    </message>
    <message>
        <source>It decodes nothing.</source>
        <translation>Es wird nichts decodiert.</translation>
    </message>
    <message>
        <source>OpenGL on the same card</source>
        <translation>OpenGL auf derselben Karte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Test pictures decoded there</source>
        <translation>Dort decodierte Testbilder</translation>
    </message>
    <message>
        <source>%1. Not there: %2</source>
        <translation>%1. Dort nicht: %2</translation>
    </message>
    <message>
        <source>%1 %2 bit</source>
        <translation>%1 %2 Bit</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>FFmpeg does not open the device.</source>
        <translation>FFmpeg öffnet das Gerät nicht.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>720p H.264, pictures a second by decoders: %1.</source>
        <translation>720p H.264, Bilder pro Sekunde nach Anzahl der Decoder: %1.</translation>
    </message>
    <message>
        <source>%1 A picture into textures: %2 ms on the card, %3 ms through memory.</source>
        <translation>%1 Ein Bild in Texturen: %2 ms auf der Karte, %3 ms über den Speicher.</translation>
    </message>
    <message>
        <source>picture %1 differs.</source>
        <translation>Bild %1 weicht ab.</translation>
    </message>
    <message>
        <source>Textures equal to the processor's pictures</source>
        <translation>Texturen gleich den Bildern des Prozessors</translation>
    </message>
    <message>
        <source>There is no OpenGL on this card.</source>
        <translation>Auf dieser Karte gibt es kein OpenGL.</translation>
    </message>
    <message>
        <source>The device decodes none of the test pictures.</source>
        <translation>Das Gerät decodiert keines der Testbilder.</translation>
    </message>
    <message>
        <source>no render node in /dev/dri</source>
        <translation>kein Render-Node in /dev/dri</translation>
    </message>
    <message>
        <source>no driver for /dev/dri/%1</source>
        <translation>kein Treiber für /dev/dri/%1</translation>
    </message>
    <message>
        <source>%1 is decoded in software always.</source>
        <translation>%1 wird immer in Software decodiert.</translation>
    </message>
    <message>
        <source>it was lost.</source>
        <translation>das Gerät ist ausgefallen.</translation>
    </message>
    <message>
        <source>it does not decode %1.</source>
        <translation>%1 wird dort nicht decodiert.</translation>
    </message>
    <message>
        <source>its test picture was wrong.</source>
        <translation>das Testbild war falsch.</translation>
    </message>
    <message>
        <source>%1: it takes no more than %2 decoders at once.</source>
        <translation>%1: nicht mehr als %2 Decoder gleichzeitig möglich.</translation>
    </message>
    <message>
        <source>%1: it refused this stream.</source>
        <translation>%1: dieser Stream wurde abgelehnt.</translation>
    </message>
    <message>
        <source>%1: it does not decode this kind of stream.</source>
        <translation>%1: diese Art Stream wird dort nicht decodiert.</translation>
    </message>
    <message>
        <source>%1: it was lost.</source>
        <translation>%1: das Gerät ist ausgefallen.</translation>
    </message>
    <message>
        <source>%1: it stopped decoding this feed.</source>
        <translation>%1: die Decodierung dieses Feeds wurde dort eingestellt.</translation>
    </message>
    <message>
        <source>this machine has no such device.</source>
        <translation>dieser Rechner hat kein solches Gerät.</translation>
    </message>
    <message>
        <source>This build has no importer for these pictures.</source>
        <translation>Dieser Build hat keinen Import für solche Bilder.</translation>
    </message>
    <message>
        <source>Look up the address to listen on</source>
        <translation>Adresse zum Lauschen auflösen</translation>
    </message>
    <message>
        <source>Check the name, or write the address in digits.</source>
        <translation>Namen prüfen oder die Adresse in Ziffern schreiben.</translation>
    </message>
    <message>
        <source>A second sender sends to this feed and is ignored</source>
        <translation>Ein zweiter Sender sendet an diesen Feed und wird ignoriert</translation>
    </message>
    <message>
        <source>Stop one of the two, or give it a port of its own.</source>
        <translation>Einen der beiden stoppen oder ihm einen eigenen Port geben.</translation>
    </message>
    <message>
        <source>The sender has stopped sending</source>
        <translation>Der Sender sendet nicht mehr</translation>
    </message>
    <message>
        <source>Check the sender and the network on the way.</source>
        <translation>Sender und Netzwerk auf dem Weg prüfen.</translation>
    </message>
    <message>
        <source>Listen for MPEG-TS by UDP</source>
        <translation>Auf MPEG-TS über UDP lauschen</translation>
    </message>
    <message>
        <source>Another program uses the port: close it, or give the feed another port.</source>
        <translation>Ein anderes Programm belegt den Port: schließen oder dem Feed einen anderen Port geben.</translation>
    </message>
    <message>
        <source>This is neither an address of this machine nor a multicast group. To listen on every interface leave the host out: udp://:5000.</source>
        <translation>Das ist weder eine Adresse dieses Rechners noch eine Multicast-Gruppe. Um auf allen Schnittstellen zu lauschen, den Host weglassen: udp://:5000.</translation>
    </message>
    <message>
        <source>The system said: %1.</source>
        <translation>Das System meldet: %1.</translation>
    </message>
    <message>
        <source>This computer has no such interface address for SRT</source>
        <translation>Dieser Rechner hat keine solche Schnittstellenadresse für SRT</translation>
    </message>
    <message>
        <source>Take the interface's address away to use every interface, or check the network connection.</source>
        <translation>Adresse der Schnittstelle entfernen, um alle Schnittstellen zu verwenden, oder Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>Cannot listen for SRT: another feed of this room has the port</source>
        <translation>SRT kann nicht lauschen: ein anderer Feed dieser Regie hat den Port</translation>
    </message>
    <message>
        <source>Give this feed a port of its own, or give each feed on the port a stream id of its own.</source>
        <translation>Diesem Feed einen eigenen Port geben, oder jedem Feed auf dem Port eine eigene Stream-ID.</translation>
    </message>
    <message>
        <source>The adapter is IPv4 and the other end is IPv6, or the reverse</source>
        <translation>Der Adapter ist IPv4 und die Gegenstelle IPv6, oder umgekehrt</translation>
    </message>
    <message>
        <source>Give the adapter's address in the family of the other end.</source>
        <translation>Adresse des Adapters in der Adressfamilie der Gegenstelle angeben.</translation>
    </message>
    <message>
        <source>An SRT passphrase has %1 to %2 bytes</source>
        <translation>Eine SRT-Passphrase hat %1 bis %2 Byte</translation>
    </message>
    <message>
        <source>Set a longer or a shorter one at both ends.</source>
        <translation>An beiden Enden eine längere oder kürzere einstellen.</translation>
    </message>
    <message>
        <source>Bonded SRT links cannot be used: this computer's libsrt is built without</source>
        <translation>Gebündelte SRT-Verbindungen sind nicht möglich: libsrt auf diesem Rechner ist ohne sie gebaut</translation>
    </message>
    <message>
        <source>Take the group away and use one link, or install a libsrt built with ENABLE_BONDING.</source>
        <translation>Gruppe entfernen und eine einzelne Verbindung verwenden, oder ein mit ENABLE_BONDING gebautes libsrt installieren.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: its packet filter does not go with this feed's</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: ihr Paketfilter passt nicht zu dem dieses Feeds</translation>
    </message>
    <message>
        <source>Write the same packet filter at both ends, or at one end only.</source>
        <translation>An beiden Enden denselben Paketfilter angeben, oder nur an einem Ende.</translation>
    </message>
    <message>
        <source>The other end rejected the SRT call with code %1: %2</source>
        <translation>Die Gegenstelle hat den SRT-Ruf mit Code %1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>Check the stream id of this feed and the settings of the other end; the call is repeated by itself.</source>
        <translation>Stream-ID dieses Feeds und Einstellungen der Gegenstelle prüfen; der Ruf wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>Nobody listens at the other end of the SRT call</source>
        <translation>An der Gegenstelle des SRT-Rufs lauscht niemand</translation>
    </message>
    <message>
        <source>The computer answers that the port is closed: start the other end, or correct the port.</source>
        <translation>Der Rechner meldet den Port als geschlossen: Gegenstelle starten oder Port berichtigen.</translation>
    </message>
    <message>
        <source>The packet filter must begin with fec</source>
        <translation>Der Paketfilter muss mit fec beginnen</translation>
    </message>
    <message>
        <source>The packet filter cannot be read at “%1”</source>
        <translation>Der Paketfilter ist bei „%1“ nicht lesbar</translation>
    </message>
    <message>
        <source>The packet filter does not say how many packets a row has</source>
        <translation>Der Paketfilter sagt nicht, wie viele Pakete eine Zeile hat</translation>
    </message>
    <message>
        <source>Write it as fec,cols:10,rows:5 with 2 to %1 cols and rows; layout:even or staircase and arq:always, onreq or never may follow.</source>
        <translation>Als fec,cols:10,rows:5 schreiben, mit 2 bis %1 cols und rows; layout:even oder staircase und arq:always, onreq oder never dürfen folgen.</translation>
    </message>
    <message>
        <source>The SRT mode must be caller, listener or rendezvous</source>
        <translation>Der SRT-Modus muss caller, listener oder rendezvous sein</translation>
    </message>
    <message>
        <source>Write ?mode=caller to call the other end, ?mode=listener to wait for it, or ?mode=rendezvous when both ends call each other.</source>
        <translation>?mode=caller schreiben, um die Gegenstelle zu rufen, ?mode=listener, um auf sie zu warten, oder ?mode=rendezvous, wenn beide Enden einander rufen.</translation>
    </message>
    <message>
        <source>The SRT stream id begins with #!:: and does not go on with key=value</source>
        <translation>Die SRT-Stream-ID beginnt mit #!:: und geht nicht mit Schlüssel=Wert weiter</translation>
    </message>
    <message>
        <source>Write it as #!::r=cam1,m=publish with each key once.</source>
        <translation>Als #!::r=cam1,m=publish schreiben, jeder Schlüssel nur einmal.</translation>
    </message>
    <message>
        <source>The SRT key length must be 128, 192 or 256 bits</source>
        <translation>Die SRT-Schlüssellänge muss 128, 192 oder 256 Bit betragen</translation>
    </message>
    <message>
        <source>Write it as ?keylength=256.</source>
        <translation>Als ?keylength=256 schreiben.</translation>
    </message>
    <message>
        <source>The SRT option lossmaxttl must be 0 to %1 packets</source>
        <translation>Die SRT-Option lossmaxttl muss 0 bis %1 Pakete betragen</translation>
    </message>
    <message>
        <source>40 is usual; more helps on lines that bring packets out of order.</source>
        <translation>40 ist üblich; mehr hilft auf Leitungen, die Pakete in falscher Reihenfolge bringen.</translation>
    </message>
    <message>
        <source>The expected rate must be %1 to %2 kilobits a second</source>
        <translation>Die erwartete Rate muss %1 bis %2 Kilobit pro Sekunde betragen</translation>
    </message>
    <message>
        <source>Write 12 Mbit/s as ?rate=12000. It sizes the buffers, it limits nothing.</source>
        <translation>12 Mbit/s als ?rate=12000 schreiben. Das bemisst die Puffer, es begrenzt nichts.</translation>
    </message>
    <message>
        <source>The SRT payload size must be %1 to %2 bytes</source>
        <translation>Die SRT-Nutzdatengröße muss %1 bis %2 Byte betragen</translation>
    </message>
    <message>
        <source>1316 is usual: seven packets of a transport stream.</source>
        <translation>1316 ist üblich: sieben Pakete eines Transportstroms.</translation>
    </message>
    <message>
        <source>The adapter must be an address in digits</source>
        <translation>Der Adapter muss eine Adresse in Ziffern sein</translation>
    </message>
    <message>
        <source>Write the address of this computer's interface, for example ?adapter=192.0.2.7.</source>
        <translation>Adresse der Schnittstelle dieses Rechners angeben, zum Beispiel ?adapter=192.0.2.7.</translation>
    </message>
    <message>
        <source>The SRT group must be broadcast or backup</source>
        <translation>Die SRT-Gruppe muss broadcast oder backup sein</translation>
    </message>
    <message>
        <source>Write ?group=broadcast to send over every link, ?group=backup to send over one.</source>
        <translation>?group=broadcast schreiben, um über alle Verbindungen zu senden, ?group=backup, um über eine zu senden.</translation>
    </message>
    <message>
        <source>An SRT group has at most %1 further links</source>
        <translation>Eine SRT-Gruppe hat höchstens %1 weitere Verbindungen</translation>
    </message>
    <message>
        <source>Keep the best ones.</source>
        <translation>Die besten behalten.</translation>
    </message>
    <message>
        <source>A link of the SRT group cannot be read</source>
        <translation>Eine Verbindung der SRT-Gruppe ist nicht lesbar</translation>
    </message>
    <message>
        <source>Write ?links=host:port,host:port; an IPv6 address stands in square brackets.</source>
        <translation>Als ?links=host:port,host:port schreiben; eine IPv6-Adresse steht in eckigen Klammern.</translation>
    </message>
    <message>
        <source>Allowed are %1.</source>
        <translation>Erlaubt sind %1.</translation>
    </message>
    <message>
        <source>Write it as srt://host:port, or leave the mode out to listen.</source>
        <translation>Als srt://host:port schreiben, oder den Modus weglassen, um zu lauschen.</translation>
    </message>
    <message>
        <source>A rendezvous carries no stream id</source>
        <translation>Ein Rendezvous überträgt keine Stream-ID</translation>
    </message>
    <message>
        <source>Take the stream id away, or let one end call and the other listen.</source>
        <translation>Stream-ID entfernen, oder ein Ende rufen und das andere lauschen lassen.</translation>
    </message>
    <message>
        <source>A listener has no adapter</source>
        <translation>Ein Listener hat keinen Adapter</translation>
    </message>
    <message>
        <source>Write the address of the interface as the host: srt://192.0.2.7:9001?mode=listener.</source>
        <translation>Adresse der Schnittstelle als Host schreiben: srt://192.0.2.7:9001?mode=listener.</translation>
    </message>
    <message>
        <source>A rendezvous has one link</source>
        <translation>Ein Rendezvous hat nur eine Verbindung</translation>
    </message>
    <message>
        <source>Let one end call and the other listen, or take group away.</source>
        <translation>Ein Ende rufen und das andere lauschen lassen, oder group entfernen.</translation>
    </message>
    <message>
        <source>A bonded SRT call needs a second link</source>
        <translation>Ein gebündelter SRT-Ruf braucht eine zweite Verbindung</translation>
    </message>
    <message>
        <source>Name it with links=host:port, or take group away.</source>
        <translation>Mit links=host:port angeben oder group entfernen.</translation>
    </message>
    <message>
        <source>Further links belong to a bonded call</source>
        <translation>Weitere Verbindungen gehören zu einem gebündelten Ruf</translation>
    </message>
    <message>
        <source>Add group=broadcast or group=backup to a call, or take links away.</source>
        <translation>Zu einem Ruf group=broadcast oder group=backup hinzufügen oder links entfernen.</translation>
    </message>
    <message>
        <source>it does not know a key of the stream id</source>
        <translation>sie kennt einen Schlüssel der Stream-ID nicht</translation>
    </message>
    <message>
        <source>it does not know the host that the stream id names</source>
        <translation>sie kennt den Host nicht, den die Stream-ID nennt</translation>
    </message>
    <message>
        <source>it cannot read the stream id, or asks for one</source>
        <translation>sie kann die Stream-ID nicht lesen, oder verlangt eine</translation>
    </message>
    <message>
        <source>it does not accept the user of the stream id</source>
        <translation>sie akzeptiert den Benutzer der Stream-ID nicht</translation>
    </message>
    <message>
        <source>it is overloaded, or the account is used up</source>
        <translation>sie ist überlastet, oder das Kontingent ist erschöpft</translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation>der Zugriff ist nicht erlaubt</translation>
    </message>
    <message>
        <source>there is no such stream</source>
        <translation>diesen Stream gibt es nicht</translation>
    </message>
    <message>
        <source>it does not do what the stream id asks for (m=)</source>
        <translation>sie tut nicht, was die Stream-ID verlangt (m=)</translation>
    </message>
    <message>
        <source>what the stream id asks for cannot be had</source>
        <translation>was die Stream-ID verlangt, ist nicht verfügbar</translation>
    </message>
    <message>
        <source>it is busy with another one</source>
        <translation>sie ist durch einen anderen belegt</translation>
    </message>
    <message>
        <source>it takes no media of this type (t=)</source>
        <translation>sie nimmt keine Medien dieses Typs an (t=)</translation>
    </message>
    <message>
        <source>the session that the stream id names has ended</source>
        <translation>die Sitzung, die die Stream-ID nennt, ist beendet</translation>
    </message>
    <message>
        <source>it has a fault of its own</source>
        <translation>sie hat selbst eine Störung</translation>
    </message>
    <message>
        <source>its version cannot do this</source>
        <translation>ihre Version kann das nicht</translation>
    </message>
    <message>
        <source>it is a gateway, and was refused further on</source>
        <translation>sie ist ein Gateway und wurde dahinter abgelehnt</translation>
    </message>
    <message>
        <source>the service is down</source>
        <translation>der Dienst ist außer Betrieb</translation>
    </message>
    <message>
        <source>it does not work with this version of SRT</source>
        <translation>sie arbeitet nicht mit dieser SRT-Version</translation>
    </message>
    <message>
        <source>it has no room to store the stream</source>
        <translation>sie hat keinen Platz, um den Stream zu speichern</translation>
    </message>
    <message>
        <source>a reason of its own, see its manual</source>
        <translation>ein eigener Grund, siehe ihr Handbuch</translation>
    </message>
    <message>
        <source>it gives no reason</source>
        <translation>sie nennt keinen Grund</translation>
    </message>
    <message>
        <source>A caller was refused: it encrypts with %1 bit, and this feed asks for %2</source>
        <translation>Ein Caller wurde abgewiesen: er verschlüsselt mit %1 Bit, und dieser Feed verlangt %2</translation>
    </message>
    <message>
        <source>Set the key length at the sender (pbkeylen=%1).</source>
        <translation>Schlüssellänge am Sender einstellen (pbkeylen=%1).</translation>
    </message>
    <message>
        <source>A caller was refused: its packet filter does not go with this feed's</source>
        <translation>Ein Caller wurde abgewiesen: sein Paketfilter passt nicht zu dem dieses Feeds</translation>
    </message>
    <message>
        <source>A second caller was refused: this feed has its sender</source>
        <translation>Ein zweiter Caller wurde abgewiesen: dieser Feed hat seinen Sender</translation>
    </message>
    <message>
        <source>End one of the two senders, or give the second a feed of its own.</source>
        <translation>Einen der beiden Sender beenden oder dem zweiten einen eigenen Feed geben.</translation>
    </message>
    <message>
        <source>A caller was refused: it names no stream id</source>
        <translation>Ein Caller wurde abgewiesen: er nennt keine Stream-ID</translation>
    </message>
    <message>
        <source>Set the stream id of this feed at the sender.</source>
        <translation>Stream-ID dieses Feeds am Sender einstellen.</translation>
    </message>
    <message>
        <source>A caller was refused: no feed here has its stream id “%1”</source>
        <translation>Ein Caller wurde abgewiesen: kein Feed hier hat seine Stream-ID „%1“</translation>
    </message>
    <message>
        <source>A caller was refused: the user of its stream id is not this feed's</source>
        <translation>Ein Caller wurde abgewiesen: der Benutzer seiner Stream-ID ist nicht der dieses Feeds</translation>
    </message>
    <message>
        <source>A caller was refused: it asks to be sent to, and this feed receives</source>
        <translation>Ein Caller wurde abgewiesen: er will empfangen, und dieser Feed empfängt selbst</translation>
    </message>
    <message>
        <source>Write m=publish in the stream id of the sender.</source>
        <translation>In der Stream-ID des Senders m=publish schreiben.</translation>
    </message>
    <message>
        <source>A caller was refused: its stream id is for a file, not for a stream</source>
        <translation>Ein Caller wurde abgewiesen: seine Stream-ID gilt einer Datei, nicht einem Stream</translation>
    </message>
    <message>
        <source>Write t=stream in the stream id of the sender.</source>
        <translation>In der Stream-ID des Senders t=stream schreiben.</translation>
    </message>
    <message>
        <source>A caller was refused: its stream id cannot be read</source>
        <translation>Ein Caller wurde abgewiesen: seine Stream-ID ist nicht lesbar</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>A file needs its whole path</source>
        <translation>Eine Datei braucht ihren ganzen Pfad</translation>
    </message>
    <message>
        <source>Write it as file:///folder/clip.mp4.</source>
        <translation>Als file:///folder/clip.mp4 schreiben.</translation>
    </message>
    <message>
        <source>This cannot be the path of a file</source>
        <translation>Das kann kein Dateipfad sein</translation>
    </message>
    <message>
        <source>Write it as file:///folder/clip.mp4; % itself is written as %25.</source>
        <translation>Als file:///folder/clip.mp4 schreiben; % selbst wird als %25 geschrieben.</translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535</source>
        <translation>Die Adresse braucht einen Port von 1 bis 65535</translation>
    </message>
    <message>
        <source>Write it behind the host, for example udp://:5000.</source>
        <translation>Hinter den Host schreiben, zum Beispiel udp://:5000.</translation>
    </message>
    <message>
        <source>The address has an option that is not known</source>
        <translation>Die Adresse enthält eine unbekannte Option</translation>
    </message>
    <message>
        <source>UDP and RTP take localaddr=ADDRESS, the interface that joins a group.</source>
        <translation>UDP und RTP erlauben localaddr=ADRESSE, die Schnittstelle, die einer Gruppe beitritt.</translation>
    </message>
    <message>
        <source>A UDP or RTP address has no path</source>
        <translation>Eine UDP- oder RTP-Adresse hat keinen Pfad</translation>
    </message>
    <message>
        <source>Write it as udp://:5000.</source>
        <translation>Als udp://:5000 schreiben.</translation>
    </message>
    <message>
        <source>The address has no path: it names a server, not a stream</source>
        <translation>Die Adresse hat keinen Pfad: sie nennt einen Server, keinen Stream</translation>
    </message>
    <message>
        <source>Write it as rtmp://host/application/stream.</source>
        <translation>Als rtmp://host/application/stream schreiben.</translation>
    </message>
    <message>
        <source>Write the whole address of the playlist, which often ends in .m3u8 or .mpd.</source>
        <translation>Die ganze Adresse der Playlist schreiben, die oft auf .m3u8 oder .mpd endet.</translation>
    </message>
    <message>
        <source>The address has a character that cannot stand there</source>
        <translation>Die Adresse enthält ein dort nicht erlaubtes Zeichen</translation>
    </message>
    <message>
        <source>Write spaces, quotes and letters outside ASCII as %XX, and % itself as %25.</source>
        <translation>Leerzeichen, Anführungszeichen und Zeichen außerhalb von ASCII als %XX schreiben, das Zeichen % selbst als %25.</translation>
    </message>
    <message>
        <source>The address must not contain #</source>
        <translation>Die Adresse darf kein # enthalten</translation>
    </message>
    <message>
        <source>Write # as %23.</source>
        <translation># als %23 schreiben.</translation>
    </message>
    <message>
        <source>A name and a password must not stand in the address</source>
        <translation>Name und Passwort dürfen nicht in der Adresse stehen</translation>
    </message>
    <message>
        <source>Keep them in the environment or the keychain: text with a password ends up in process lists and histories.</source>
        <translation>In der Umgebung oder im Schlüsselbund ablegen: Text mit einem Passwort landet in Prozesslisten und Befehlsverläufen.</translation>
    </message>
    <message>
        <source>The address has a host name that cannot be one</source>
        <translation>Der Hostname der Adresse ist ungültig</translation>
    </message>
    <message>
        <source>The address does not begin with a scheme that Gantry opens</source>
        <translation>Die Adresse beginnt mit keinem Schema, das Gantry öffnet</translation>
    </message>
    <message>
        <source>Allowed are srt, http, https, rtmp, rtmps, rtsp, udp, rtp and file.</source>
        <translation>Erlaubt sind srt, http, https, rtmp, rtmps, rtsp, udp, rtp und file.</translation>
    </message>
    <message>
        <source>The address is too long</source>
        <translation>Die Adresse ist zu lang</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Behind the scheme of an address stands ://</source>
        <translation>Hinter dem Schema einer Adresse steht ://</translation>
    </message>
    <message>
        <source>Write it as %1://…</source>
        <translation>Schreibweise: %1://…</translation>
    </message>
    <message>
        <source>A secret is name:password, or the query of a signed address beginning with ?, or the end of the path beginning with /.</source>
        <translation>Ein Geheimnis ist Name:Passwort, oder die Query einer signierten Adresse, beginnend mit ?, oder das Ende des Pfads, beginnend mit /.</translation>
    </message>
    <message>
        <source>An address of this kind takes no secret</source>
        <translation>Eine Adresse dieser Art erlaubt kein Geheimnis</translation>
    </message>
    <message>
        <source>Take the secret out.</source>
        <translation>Geheimnis entfernen.</translation>
    </message>
    <message>
        <source>The secret has a character that cannot stand there</source>
        <translation>Das Geheimnis enthält ein dort nicht erlaubtes Zeichen</translation>
    </message>
    <message>
        <source>The secret of the address cannot be understood</source>
        <translation>Das Geheimnis der Adresse ist nicht verständlich</translation>
    </message>
    <message>
        <source>Open the %1 stream</source>
        <translation>%1-Stream öffnen</translation>
    </message>
    <message>
        <source>The server asks for a name and a password: give the feed a secret.</source>
        <translation>Der Server verlangt Name und Passwort: dem Feed ein Geheimnis geben.</translation>
    </message>
    <message>
        <source>The server does not let us see it: check the signature of the address and until when it is valid.</source>
        <translation>Der Server verweigert den Zugriff: Signatur der Adresse prüfen und bis wann sie gilt.</translation>
    </message>
    <message>
        <source>There is nothing at this address: check it, and whether the encoder has begun.</source>
        <translation>Unter dieser Adresse gibt es nichts: Adresse prüfen, und ob der Encoder begonnen hat.</translation>
    </message>
    <message>
        <source>The server has a fault of its own; Gantry goes on trying.</source>
        <translation>Störung beim Server; Gantry versucht es weiter.</translation>
    </message>
    <message>
        <source>The server does not like the request: check the address.</source>
        <translation>Der Server nimmt die Anfrage nicht an: Adresse prüfen.</translation>
    </message>
    <message>
        <source>The server answered %1</source>
        <translation>Der Server hat mit %1 geantwortet</translation>
    </message>
    <message>
        <source>Nobody listens there: check host and port, and whether the server runs.</source>
        <translation>Dort lauscht niemand: Host und Port prüfen, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>There is no way to this host: check the network.</source>
        <translation>Es gibt keinen Weg zu diesem Host: Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>Check the path of the file.</source>
        <translation>Pfad der Datei prüfen.</translation>
    </message>
    <message>
        <source>The file must not be read</source>
        <translation>Die Datei darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>Check who may read it.</source>
        <translation>Prüfen, wer sie lesen darf.</translation>
    </message>
    <message>
        <source>What is there is no stream that Gantry can read</source>
        <translation>Dort ist kein Stream, den Gantry lesen kann</translation>
    </message>
    <message>
        <source>Over HTTP it must be an HLS or DASH playlist, as a file MPEG-TS, MP4, Matroska, MXF or FLV.</source>
        <translation>Über HTTP muss es eine HLS- oder DASH-Playlist sein, als Datei MPEG-TS, MP4, Matroska, MXF oder FLV.</translation>
    </message>
    <message>
        <source>This build of FFmpeg cannot do that.</source>
        <translation>Dieser Build von FFmpeg kann das nicht.</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>Der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Check the address and whether the stream is being sent; Gantry goes on trying.</source>
        <translation>Adresse prüfen, und ob der Stream gesendet wird; Gantry versucht es weiter.</translation>
    </message>
    <message>
        <source>The %1 stream did not begin in time</source>
        <translation>Der %1-Stream hat nicht rechtzeitig begonnen</translation>
    </message>
    <message>
        <source>Check the address, the network, and whether the server delivers.</source>
        <translation>Adresse und Netzwerk prüfen, und ob der Server liefert.</translation>
    </message>
    <message>
        <source>The %1 playlist no longer grows</source>
        <translation>Die %1-Playlist wächst nicht mehr</translation>
    </message>
    <message>
        <source>Viewers stand still too: check the encoder and the packager.</source>
        <translation>Auch bei den Zuschauern steht das Bild: Encoder und Packager prüfen.</translation>
    </message>
    <message>
        <source>The %1 stream has stopped</source>
        <translation>Der %1-Stream steht</translation>
    </message>
    <message>
        <source>The server is there but sends nothing: check the encoder.</source>
        <translation>Der Server ist da, sendet aber nichts: Encoder prüfen.</translation>
    </message>
    <message>
        <source>The %1 stream has ended</source>
        <translation>Der %1-Stream ist beendet</translation>
    </message>
    <message>
        <source>The sender has said goodbye; Gantry goes on trying.</source>
        <translation>Der Sender hat sich abgemeldet; Gantry versucht es weiter.</translation>
    </message>
    <message>
        <source>No safe connection (TLS) could be made</source>
        <translation>Eine sichere Verbindung (TLS) war nicht möglich</translation>
    </message>
    <message>
        <source>The server speaks no TLS there, or its certificate has expired, is for another host or is signed by nobody this machine trusts.</source>
        <translation>Der Server spricht dort kein TLS, oder sein Zertifikat ist abgelaufen, gilt für einen anderen Host oder ist von niemandem signiert, dem dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>The playlist points to what Gantry does not open: %1</source>
        <translation>Die Playlist verweist auf etwas, das Gantry nicht öffnet: %1</translation>
    </message>
    <message>
        <source>A playlist from the network may point to http and https only.</source>
        <translation>Eine Playlist aus dem Netzwerk darf nur auf http und https verweisen.</translation>
    </message>
    <message>
        <source>The server sends a playlist or a segment without an end</source>
        <translation>Der Server sendet eine Playlist oder ein Segment ohne Ende</translation>
    </message>
    <message>
        <source>At most %1 MiB.</source>
        <translation>Höchstens %1 MiB.</translation>
    </message>
    <message>
        <source>The stream has no picture and no sound</source>
        <translation>Der Stream hat weder Bild noch Ton</translation>
    </message>
    <message>
        <source>Check what the encoder sends.</source>
        <translation>Prüfen, was der Encoder sendet.</translation>
    </message>
    <message>
        <source>The stream is coded in %1, which MPEG-TS cannot carry</source>
        <translation>Der Stream ist in %1 codiert, das MPEG-TS nicht übertragen kann</translation>
    </message>
    <message>
        <source>Gantry shows H.264, H.265 and MPEG-2 pictures with AAC, MP2, MP3, AC-3, E-AC-3 or Opus sound.</source>
        <translation>Gantry zeigt Bilder in H.264, H.265 und MPEG-2 mit Ton in AAC, MP2, MP3, AC-3, E-AC-3 oder Opus.</translation>
    </message>
    <message>
        <source>Look up the host of the stream</source>
        <translation>Host des Streams auflösen</translation>
    </message>
    <message>
        <source>Check the name and the network's name server.</source>
        <translation>Namen und den Nameserver des Netzwerks prüfen.</translation>
    </message>
    <message>
        <source>Begin to fetch the stream</source>
        <translation>Abruf des Streams beginnen</translation>
    </message>
    <message>
        <source>The system gives no more threads: close other programs.</source>
        <translation>Das System gibt keine weiteren Threads her: andere Programme schließen.</translation>
    </message>
    <message>
        <source>Play the sound of a feed</source>
        <translation>Ton eines Feeds wiedergeben</translation>
    </message>
    <message>
        <source>This machine has no sound output. Connect headphones or a loudspeaker and press L again.</source>
        <translation>Dieser Rechner hat keine Tonausgabe. Kopfhörer oder Lautsprecher anschließen und erneut L drücken.</translation>
    </message>
    <message>
        <source>The sound output does not play. See in the system's sound settings whether it is connected and free, and press L again.</source>
        <translation>Die Tonausgabe funktioniert nicht. In den Toneinstellungen des Systems prüfen, ob sie verbunden und frei ist, und erneut L drücken.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>Read record %1</source>
        <translation>Datensatz %1 lesen</translation>
    </message>
    <message>
        <source>The record is left out; all others are shown.</source>
        <translation>Der Datensatz wird ausgelassen; alle anderen werden gezeigt.</translation>
    </message>
    <message>
        <source>Write the session</source>
        <translation>Sitzung schreiben</translation>
    </message>
    <message>
        <source>Choose a local drive: on this one SQLite cannot keep a log.</source>
        <translation>Ein lokales Laufwerk wählen: auf diesem kann SQLite kein Journal führen.</translation>
    </message>
    <message>
        <source>%1: start (%2)</source>
        <translation>%1: starten (%2)</translation>
    </message>
    <message>
        <source>%1: stop (%2)</source>
        <translation>%1: stoppen (%2)</translation>
    </message>
    <message>
        <source>%1: switch to %2 (%3)</source>
        <translation>%1: auf %2 umschalten (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Begin a session file</source>
        <translation>Sitzungsdatei anlegen</translation>
    </message>
    <message>
        <source>Another window writes this session. Choose another name.</source>
        <translation>Ein anderes Fenster schreibt diese Sitzung. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Einen vorhandenen, beschreibbaren Ordner wählen.</translation>
    </message>
    <message>
        <source>%1. Alarms and commands are still kept. %2</source>
        <translation>%1. Alarme und Befehle werden weiterhin gespeichert. %2</translation>
    </message>
    <message>
        <source>%1. Nothing is kept now. %2</source>
        <translation>%1. Derzeit wird nichts gespeichert. %2</translation>
    </message>
    <message>
        <source>The file exists already. Choose another name.</source>
        <translation>Die Datei gibt es bereits. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1: prepare %2 (%3)</source>
        <translation>%1: %2 vorbereiten (%3)</translation>
    </message>
    <message>
        <source>%1: plan a switch to %2 (%3)</source>
        <translation>%1: Umschalten auf %2 planen (%3)</translation>
    </message>
    <message>
        <source>%1: call off a planned action (%2)</source>
        <translation>%1: geplante Aktion absagen (%2)</translation>
    </message>
    <message>
        <source>%1: prefer %2 (%3)</source>
        <translation>%1: %2 bevorzugen (%3)</translation>
    </message>
    <message>
        <source>%1: restart pipeline %2 (%3)</source>
        <translation>%1: Pipeline %2 neu starten (%3)</translation>
    </message>
    <message>
        <source>%1: disconnect %2 (%3)</source>
        <translation>%1: %2 trennen (%3)</translation>
    </message>
    <message>
        <source>%1: make a clip (%2)</source>
        <translation>%1: Clip erstellen (%2)</translation>
    </message>
    <message>
        <source>Automation of %1: OFF (%2)</source>
        <translation>Automatik von %1: AUS (%2)</translation>
    </message>
    <message>
        <source>Automation of %1: ADVISE (%2)</source>
        <translation>Automatik von %1: RAT (%2)</translation>
    </message>
    <message>
        <source>Automation of %1: AUTO (%2)</source>
        <translation>Automatik von %1: AUTO (%2)</translation>
    </message>
    <message>
        <source>Automation of %1: HOLD (%2)</source>
        <translation>Automatik von %1: HALT (%2)</translation>
    </message>
    <message>
        <source>the show</source>
        <translation>die Show</translation>
    </message>
</context>
<context>
    <name>show</name>
    <message>
        <source>The file is too large to be a show.</source>
        <translation>Die Datei ist zu groß für eine Show.</translation>
    </message>
    <message>
        <source>At most %1 MiB.</source>
        <translation>Höchstens %1 MiB.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is wrong, what is allowed</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is not JSON: %1, at column %2.</source>
        <translation>Das ist kein JSON: %1, in Spalte %2.</translation>
    </message>
    <message>
        <source>The file holds a list.</source>
        <translation>Die Datei enthält eine Liste.</translation>
    </message>
    <message>
        <source>One object, from { to }.</source>
        <translation>Erlaubt ist ein Objekt, von { bis }.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>A show file that this user may read.</source>
        <translation>Nötig ist eine Showdatei, die dieser Benutzer lesen darf.</translation>
    </message>
    <message>
        <source>The value is true or false.</source>
        <translation>Der Wert ist true oder false.</translation>
    </message>
    <message>
        <source>The value is a number.</source>
        <translation>Der Wert ist eine Zahl.</translation>
    </message>
    <message>
        <source>The value is text.</source>
        <translation>Der Wert ist Text.</translation>
    </message>
    <message>
        <source>The value is a list.</source>
        <translation>Der Wert ist eine Liste.</translation>
    </message>
    <message>
        <source>The value is an object.</source>
        <translation>Der Wert ist ein Objekt.</translation>
    </message>
    <message>
        <source>The value is empty (null).</source>
        <translation>Der Wert ist leer (null).</translation>
    </message>
    <message>
        <source>This key stands twice in one object.</source>
        <translation>Dieser Schlüssel steht doppelt in einem Objekt.</translation>
    </message>
    <message>
        <source>Each key once.</source>
        <translation>Jeder Schlüssel nur einmal.</translation>
    </message>
    <message>
        <source>An object with these keys: %1.</source>
        <translation>Erlaubt ist ein Objekt mit diesen Schlüsseln: %1.</translation>
    </message>
    <message>
        <source>There is no such key here.</source>
        <translation>Diesen Schlüssel gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The value is %1.</source>
        <translation>Der Wert ist %1.</translation>
    </message>
    <message>
        <source>A name of 1 to %1 characters.</source>
        <translation>Erlaubt ist ein Name mit 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>Der Name ist leer.</translation>
    </message>
    <message>
        <source>The name has %1 characters.</source>
        <translation>Der Name hat %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name has a character that cannot be seen.</source>
        <translation>Der Name enthält ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>The name begins or ends with a space.</source>
        <translation>Der Name beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>A list of at most %1.</source>
        <translation>Erlaubt ist eine Liste mit höchstens %1 Einträgen.</translation>
    </message>
    <message>
        <source>The list has %1 entries.</source>
        <translation>Die Liste hat %1 Einträge.</translation>
    </message>
    <message>
        <source>Missing.</source>
        <translation>Fehlt.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Möglich: %1.</translation>
    </message>
    <message>
        <source>%1 has this name already.</source>
        <translation>%1 hat diesen Namen bereits.</translation>
    </message>
    <message>
        <source>A name of its own; upper and lower case count as the same.</source>
        <translation>Ein eigener Name ist nötig; Groß- und Kleinschreibung zählen gleich.</translation>
    </message>
    <message>
        <source>There is none of this name.</source>
        <translation>Unter diesem Namen gibt es nichts.</translation>
    </message>
    <message>
        <source>Name where it is kept: %1 or %2.</source>
        <translation>Angeben, wo sie liegt: %1 oder %2.</translation>
    </message>
    <message>
        <source>A passphrase stands in the file. Take it out, and use a new one: whoever has read the file knows this one.</source>
        <translation>In der Datei steht eine Passphrase. Passphrase entfernen und eine neue verwenden: wer die Datei gelesen hat, kennt diese.</translation>
    </message>
    <message>
        <source>It takes one place, no more and no less.</source>
        <translation>Nötig ist genau ein Ort, nicht mehr und nicht weniger.</translation>
    </message>
    <message>
        <source>This cannot be the name of a variable.</source>
        <translation>Das kann kein Variablenname sein.</translation>
    </message>
    <message>
        <source>Letters, digits and _, not beginning with a digit.</source>
        <translation>Erlaubt sind Buchstaben, Ziffern und _, nicht mit einer Ziffer beginnend.</translation>
    </message>
    <message>
        <source>A name or an address to call, without srt:// and port.</source>
        <translation>Erlaubt ist ein Name oder eine Adresse zum Rufen, ohne srt:// und Port.</translation>
    </message>
    <message>
        <source>The address to listen on, or no host for all of them.</source>
        <translation>Die Adresse, auf der gelauscht wird, oder kein Host für alle.</translation>
    </message>
    <message>
        <source>This is no name and no address of a host.</source>
        <translation>Das ist weder Name noch Adresse eines Hosts.</translation>
    </message>
    <message>
        <source>There is no such mode.</source>
        <translation>Diesen Modus gibt es nicht.</translation>
    </message>
    <message>
        <source>A whole number from 1 to 65535.</source>
        <translation>Erlaubt ist eine ganze Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A whole number of milliseconds from %1 to %2.</source>
        <translation>Erlaubt ist eine ganze Zahl Millisekunden von %1 bis %2.</translation>
    </message>
    <message>
        <source>Text of at most %1 bytes.</source>
        <translation>Erlaubt ist Text mit höchstens %1 Byte.</translation>
    </message>
    <message>
        <source>The text has %1 bytes.</source>
        <translation>Der Text hat %1 Byte.</translation>
    </message>
    <message>
        <source>An object: where the signal comes from.</source>
        <translation>Nötig ist ein Objekt: woher das Signal kommt.</translation>
    </message>
    <message>
        <source>%1 listens on port %2 already.</source>
        <translation>%1 lauscht bereits auf Port %2.</translation>
    </message>
    <message>
        <source>Text.</source>
        <translation>Erlaubt ist Text.</translation>
    </message>
    <message>
        <source>This value does not fit.</source>
        <translation>Dieser Wert passt nicht.</translation>
    </message>
    <message>
        <source>There is no such provider.</source>
        <translation>Diesen Anbieter gibt es nicht.</translation>
    </message>
    <message>
        <source>This show was written for a newer Gantry (format %1).</source>
        <translation>Diese Show wurde für ein neueres Gantry geschrieben (Format %1).</translation>
    </message>
    <message>
        <source>Format %1. Open the file with a newer Gantry.</source>
        <translation>Format %1. Die Datei mit einem neueren Gantry öffnen.</translation>
    </message>
    <message>
        <source>The format of the file: %1.</source>
        <translation>Das Format der Datei: %1.</translation>
    </message>
    <message>
        <source>A secret stands in the file. Take it out, and use a new one: whoever has read the file knows this one.</source>
        <translation>In der Datei steht ein Geheimnis. Geheimnis entfernen und ein neues verwenden: wer die Datei gelesen hat, kennt dieses.</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Erlaubt ist eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>The warning (%1 ms) comes after the alarm (%2 ms).</source>
        <translation>Die Warnung (%1 ms) kommt nach dem Alarm (%2 ms).</translation>
    </message>
    <message>
        <source>A warn that is at most as long as after.</source>
        <translation>Erlaubt ist ein warn, das höchstens so lang ist wie after.</translation>
    </message>
    <message>
        <source>There is no such word here.</source>
        <translation>Dieses Wort gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The word off, or an object with limits.</source>
        <translation>Erlaubt ist das Wort off oder ein Objekt mit Grenzwerten.</translation>
    </message>
    <message>
        <source>The number of a program: 1 to 65535.</source>
        <translation>Erlaubt ist die Nummer eines Programms: 1 bis 65535.</translation>
    </message>
    <message>
        <source>A track from 1 to 64.</source>
        <translation>Erlaubt ist eine Spur von 1 bis 64.</translation>
    </message>
    <message>
        <source>There is no such way to decode.</source>
        <translation>Diese Art zu decodieren gibt es nicht.</translation>
    </message>
    <message>
        <source>This is the primary feed itself.</source>
        <translation>Das ist der Primär-Feed selbst.</translation>
    </message>
    <message>
        <source>Another feed, which carries the same programme.</source>
        <translation>Nötig ist ein anderer Feed, der dieselbe Sendung überträgt.</translation>
    </message>
    <message>
        <source>It begins with #!:: and does not go on with key=value.</source>
        <translation>Sie beginnt mit #!:: und geht nicht mit Schlüssel=Wert weiter.</translation>
    </message>
    <message>
        <source>As in #!::r=cam1,m=publish, each key once.</source>
        <translation>Wie in #!::r=cam1,m=publish, jeder Schlüssel nur einmal.</translation>
    </message>
    <message>
        <source>128, 192 or 256 bits.</source>
        <translation>Erlaubt sind 128, 192 oder 256 Bit.</translation>
    </message>
    <message>
        <source>There is no passphrase, so nothing is encrypted.</source>
        <translation>Es gibt keine Passphrase, also wird nichts verschlüsselt.</translation>
    </message>
    <message>
        <source>A passphrase beside it, or no keyLength.</source>
        <translation>Nötig ist eine Passphrase daneben, oder kein keyLength.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The address of an interface of this computer, in digits.</source>
        <translation>Nötig ist die Adresse einer Schnittstelle dieses Rechners, in Ziffern.</translation>
    </message>
    <message>
        <source>This is no address in digits.</source>
        <translation>Das ist keine Adresse in Ziffern.</translation>
    </message>
    <message>
        <source>A whole number of packets from 0 to %1.</source>
        <translation>Erlaubt ist eine ganze Zahl Pakete von 0 bis %1.</translation>
    </message>
    <message>
        <source>Kilobits a second, a whole number from %1 to %2.</source>
        <translation>Erlaubt sind Kilobit pro Sekunde, eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A whole number of bytes from %1 to %2.</source>
        <translation>Erlaubt ist eine ganze Zahl Byte von %1 bis %2.</translation>
    </message>
    <message>
        <source>There is no such type.</source>
        <translation>Diesen Typ gibt es nicht.</translation>
    </message>
    <message>
        <source>This is no host with a port.</source>
        <translation>Das ist kein Host mit Port.</translation>
    </message>
    <message>
        <source>Text as in encoder.example:9001.</source>
        <translation>Erlaubt ist Text wie encoder.example:9001.</translation>
    </message>
    <message>
        <source>A port of its own for each listener; on the same host they share one when each has a streamId of its own.</source>
        <translation>Jeder Listener braucht einen eigenen Port; auf demselben Host teilen sie sich einen, wenn jeder eine eigene streamId hat.</translation>
    </message>
    <message>
        <source>%1 has bonded links, and this computer's libsrt is built without: the feed cannot come here.</source>
        <translation>%1 hat gebündelte Verbindungen, und libsrt auf diesem Rechner ist ohne sie gebaut: der Feed kann hier nicht ankommen.</translation>
    </message>
    <message>
        <source>%1 (stream id %2)</source>
        <translation>%1 (Stream-ID %2)</translation>
    </message>
    <message>
        <source>Port %1 is shared, callers are told apart by stream id: %2.</source>
        <translation>Port %1 wird geteilt, Caller werden an der Stream-ID unterschieden: %2.</translation>
    </message>
    <message>
        <source>An address: http, https, rtmp, rtmps, rtsp, udp, rtp or file.</source>
        <translation>Erlaubt ist eine Adresse: http, https, rtmp, rtmps, rtsp, udp, rtp oder file.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>A query stands behind the address; it often is a key.</source>
        <translation>Hinter der Adresse steht eine Query; oft ist sie ein Schlüssel.</translation>
    </message>
    <message>
        <source>Take it out, from ? on, and keep it in the environment or the keychain: %1.</source>
        <translation>Ab ? entfernen und in der Umgebung oder im Schlüsselbund ablegen: %1.</translation>
    </message>
    <message>
        <source>There is no url that it could belong to.</source>
        <translation>Es gibt keine url, zu der es gehören könnte.</translation>
    </message>
    <message>
        <source>With srt it is srt.passphrase.</source>
        <translation>Bei srt ist es srt.passphrase.</translation>
    </message>
    <message>
        <source>The feed has srt as well.</source>
        <translation>Der Feed hat auch srt.</translation>
    </message>
    <message>
        <source>One of the two: srt or url.</source>
        <translation>Nur eines von beiden: srt oder url.</translation>
    </message>
    <message>
        <source>An address of this kind takes no secret.</source>
        <translation>Eine Adresse dieser Art erlaubt kein Geheimnis.</translation>
    </message>
    <message>
        <source>A secret goes with http, https, rtmp, rtmps and rtsp.</source>
        <translation>Ein Geheimnis passt zu http, https, rtmp, rtmps und rtsp.</translation>
    </message>
    <message>
        <source>Text of 1 to %1 characters.</source>
        <translation>Text mit 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>The text has %1 characters.</source>
        <translation>Der Text hat %1 Zeichen.</translation>
    </message>
    <message>
        <source>The text has a character that cannot be seen.</source>
        <translation>Der Text hat ein Zeichen, das man nicht sieht.</translation>
    </message>
    <message>
        <source>There is no such clock.</source>
        <translation>Eine solche Uhr gibt es nicht.</translation>
    </message>
    <message>
        <source>This kind of cell takes nothing more.</source>
        <translation>Diese Art von Feld nimmt nichts weiter.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>No cell shows that.</source>
        <translation>Das zeigt kein Feld.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>A file and folder that this user may write.</source>
        <translation>Eine Datei und ein Ordner, in die dieser Benutzer schreiben darf.</translation>
    </message>
    <message>
        <source>There is no such load.</source>
        <translation>Diese Last gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 to %2.</source>
        <comment>two numbers</comment>
        <translation>%1 bis %2.</translation>
    </message>
    <message>
        <source>The cell reaches beyond the grid.</source>
        <translation>Das Feld reicht über das Raster hinaus.</translation>
    </message>
    <message>
        <source>The grid has %1 columns and %2 rows, counted from 0.</source>
        <translation>Das Raster hat %1 Spalten und %2 Zeilen, gezählt ab 0.</translation>
    </message>
    <message>
        <source>The cell overlaps %1.</source>
        <translation>Das Feld überlappt %1.</translation>
    </message>
    <message>
        <source>Cells stand beside each other.</source>
        <translation>Felder stehen nebeneinander.</translation>
    </message>
    <message>
        <source>There is no such preset.</source>
        <translation>Eine solche Vorlage gibt es nicht.</translation>
    </message>
    <message>
        <source>A layout has a preset or a grid, no more and no less.</source>
        <translation>Ein Layout hat eine Vorlage oder ein Raster, nicht mehr und nicht weniger.</translation>
    </message>
    <message>
        <source>Presets: %1.</source>
        <translation>Vorlagen: %1.</translation>
    </message>
    <message>
        <source>%1 or %2.</source>
        <comment>two words</comment>
        <translation>%1 oder %2.</translation>
    </message>
    <message>
        <source>true or false.</source>
        <translation>true oder false.</translation>
    </message>
    <message>
        <source>%1 has no such input.</source>
        <translation>%1 hat keinen solchen Eingang.</translation>
    </message>
    <message>
        <source>The room does not see this input, so nobody can say whether it is fit.</source>
        <translation>Der Raum sieht diesen Eingang nicht, also kann niemand sagen, ob er taugt.</translation>
    </message>
    <message>
        <source>An input with a feed, or "trusted": true for one that the encoder makes itself.</source>
        <translation>Ein Eingang mit einem Feed, oder "trusted": true für einen, den der Encoder selbst erzeugt.</translation>
    </message>
    <message>
        <source>This input stands in the plan already: it would take over from itself.</source>
        <translation>Dieser Eingang steht schon im Plan: Er würde sich selbst ablösen.</translation>
    </message>
    <message>
        <source>Each input once, the best first.</source>
        <translation>Jeder Eingang einmal, der beste zuerst.</translation>
    </message>
    <message>
        <source>There is nothing to switch to.</source>
        <translation>Es gibt nichts, worauf umgeschaltet werden könnte.</translation>
    </message>
    <message>
        <source>At least two inputs, the best first.</source>
        <translation>Mindestens zwei Eingänge, der beste zuerst.</translation>
    </message>
    <message>
        <source>"stay", "ask", or {"after": milliseconds that the better input has been fit}.</source>
        <translation>"stay", "ask" oder {"after": Millisekunden, seit denen der bessere Eingang taugt}.</translation>
    </message>
    <message>
        <source>It would return after %1 ms, before the switch away has settled (%2 ms).</source>
        <translation>Er würde nach %1 ms zurückkehren, ehe die Umschaltung zur Ruhe gekommen ist (%2 ms).</translation>
    </message>
    <message>
        <source>At least as long as settle.</source>
        <translation>Mindestens so lange wie settle.</translation>
    </message>
    <message>
        <source>There is no such way back.</source>
        <translation>Einen solchen Rückweg gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no encoder of that name.</source>
        <translation>Es gibt keinen Encoder dieses Namens.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 has a plan already: %2.</source>
        <translation>%1 hat schon einen Plan: %2.</translation>
    </message>
    <message>
        <source>One plan an encoder; two would switch against each other.</source>
        <translation>Ein Plan je Encoder; zwei würden gegeneinander schalten.</translation>
    </message>
    <message>
        <source>A plan file that this user may read.</source>
        <translation>Eine Plandatei, die dieser Benutzer lesen darf.</translation>
    </message>
    <message>
        <source>This feed goes into the encoder.</source>
        <translation>Dieser Feed geht in den Encoder hinein.</translation>
    </message>
    <message>
        <source>The feed that comes out of it.</source>
        <translation>Der Feed, der aus ihm herauskommt.</translation>
    </message>
    <message>
        <source>provider, or program_match.</source>
        <translation>provider oder program_match.</translation>
    </message>
    <message>
        <source>Without a return there is no picture to follow.</source>
        <translation>Ohne Rückweg gibt es kein Bild, dem zu folgen wäre.</translation>
    </message>
    <message>
        <source>A return beside it: the feed that comes out of the encoder.</source>
        <translation>Einen Rückweg (return) daneben: den Feed, der aus dem Encoder kommt.</translation>
    </message>
    <message>
        <source>This is the return of %1 already.</source>
        <translation>Das ist schon der Rückweg von %1.</translation>
    </message>
    <message>
        <source>A feed of its own for each encoder.</source>
        <translation>Einen eigenen Feed für jeden Encoder.</translation>
    </message>
</context>
</TS>
