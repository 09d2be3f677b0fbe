// RoundGeneration
