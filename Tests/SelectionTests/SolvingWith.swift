import Selection

extension SolveOptions {
  /// The usual options with other methods.
  static func with(_ change: (inout Methods) -> Void) -> SolveOptions {
    var options = SolveOptions()
    change(&options.methods)
    return options
  }
}

extension Outcome {
  /// Values of the best selection; `nil` where there is none or it is not proven.
  var bestValues: [Int]? {
    if case .optimal(let incumbent) = self { return incumbent.tierValues }
    return nil
  }
}
