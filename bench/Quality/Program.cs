Console.Error.WriteLine("No quality benchmark is defined yet.");
return 1;
