/// The head of a page, and the policy that lets it load nothing and run nothing but its own.
package struct PageFrame {
  let title: String
  let language: Language
  let styles: Asset
  let script: Asset
  /// Whether its script may talk to where the page comes from.
  var isLive = false

  private var policy: String {
    "default-src 'none'; style-src \(styles.fingerprint); script-src \(script.fingerprint); "
      + (isLive ? "connect-src 'self'; " : "") + "base-uri 'none'; form-action 'none'"
  }

  func html(@MarkupBuilder _ body: () -> Markup) -> [UInt8] {
    let page = tag("html", ["lang": language.tag]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("meta", ["name": "referrer", "content": "no-referrer"])
        tag("title") { title }
        Markup.asset(element: "style", styles)
      }
      tag("body") {
        body()
        Markup.asset(element: "script", script)
      }
    }
    return Array("<!DOCTYPE html>\n".utf8) + page.html + [0x0A]
  }
}

extension Asset {
  static let reportStyles = Asset(PackageResources.page_css)
  static let reportScript = Asset(PackageResources.page_js)
}
